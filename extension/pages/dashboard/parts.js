// Small parts that the views are made of: headings, fields, empty states, more of a list.
import { button } from "../button.js";

const { make } = poise.dom;
const { number, say } = poise.words;

/** Names one after the other, each in its own direction. */
/** @type {(names: (string | null | undefined)[]) => (Node | string)[]} */
export const listed = (names) => names.filter((name) => name).flatMap((name, at) => [...(at ? [", "] : []), poise.dom.isolate(name ?? "")]);

/** @type {(words: string | Node, href: string, attributes?: Record<string, string>) => HTMLAnchorElement} */
export const link = (words, href, attributes = {}) => make("a", { href, ...attributes }, words);

/** @type {(words: string, input: HTMLElement, hint?: string) => HTMLElement} */
export const labelled = (words, input, hint) =>
  make("label", {}, make("span", {}, words), input, hint ? make("span", { class: "quiet" }, hint) : null);

/** @type {(name: string, words: string, value?: string | null, attributes?: Record<string, string | boolean>) => HTMLElement} */
export const field = (name, words, value, attributes = {}) =>
  labelled(words, make("input", { name, value: value ?? "", dir: attributes.type ? null : "auto", ...attributes }));

/** @type {(name: string, words: string, lines: string[], hint: string) => HTMLElement} */
export const lines = (name, words, all, hint) => {
  const area = make("textarea", { name, rows: "3", spellcheck: "false" });
  area.value = all.join("\n");
  return labelled(words, area, hint);
};

/** @type {(name: string, options: [string, string][], chosen?: string | null) => HTMLSelectElement} */
export const select = (name, options, chosen) =>
  make("select", { name }, ...options.map(([value, words]) => make("option", { value, selected: value === chosen }, words)));

/** @type {(name: string, words: string, on: boolean) => HTMLElement} */
export const check = (name, words, on) => make("label", { class: "check" }, make("input", { type: "checkbox", name, checked: on }), make("span", {}, words));

/** @type {(title: string, name: string, ...parts: (Node | string | null)[]) => HTMLDetailsElement} */
export const fold = (title, name, ...parts) => make("details", { "data-fold": name }, make("summary", {}, title), make("div", { class: "folded" }, ...parts));

/** What stands where nothing is yet: what would be here, and the step that brings it. */
/** @type {(title: string, how: string, ...steps: Node[]) => HTMLElement} */
export const empty = (title, how, ...steps) =>
  make("div", { class: "empty" }, make("h2", {}, title), make("p", {}, how), make("div", { class: "row" }, ...steps));

/** Lines under their title, or what is said while there is none, and what can be done about them. */
/** @type {(title: string, rows: Node[], none: string, ...actions: Node[]) => HTMLElement} */
export const lineList = (title, rows, none, ...actions) =>
  make("section", {}, make("h3", {}, title), rows.length ? make("ul", { class: "lines" }, ...rows) : make("p", { class: "quiet" }, none),
    actions.length ? make("div", { class: "row" }, ...actions) : null);

/** @type {(title: string, ...actions: Node[]) => HTMLElement} */
export const heading = (title, ...actions) => make("div", { class: "heading" }, make("h1", { tabindex: "-1" }, title), make("div", { class: "row" }, ...actions));

/** The first `size` of a list, and a button for as many more: however long it is, the page stays quick. */
/** @type {<T>(list: HTMLElement, all: T[], size: number, paint: (one: T) => Node) => void} */
export const inParts = (list, all, size, paint) => {
  const add = (/** @type {number} */ from) => {
    const left = all.length - from - size;
    list.append(...all.slice(from, from + size).map(paint));
    if (left <= 0) return;
    const more = make("li", { class: "more" }, button(say("showMore", number(Math.min(size, left)), number(left)), "more", () => {
      more.remove();
      add(from + size);
      /** @type {HTMLElement | null} */ (list.children[from + size]?.querySelector("a, button"))?.focus();
    }));
    list.append(more);
  };
  add(0);
};
