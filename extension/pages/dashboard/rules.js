// The rules, and how strict each one is: the user may soften it, and set it back.
import { request } from "../page.js";
import { repaint } from "./place.js";
import { heading, labelled, select } from "./parts.js";

/** @typedef {import("./place.js").Place} Place */
/** @typedef {{ id: string, summary: string, verdict: string, in_force: string, grade: string, source: { title: string }, contested: string | null, own: boolean }} Rule */

const { make, isolate } = poise.dom;
const { say, language } = poise.words;
const LEVELS = ["hold", "caution", "off"];

/** @type {(place: Place, rule: Rule) => HTMLElement | null} */
const strictness = (place, { id, verdict, in_force, summary }) => {
  const possible = LEVELS.slice(LEVELS.indexOf(verdict));
  if (!LEVELS.includes(verdict)) return null;
  const choice = select("strictness", possible.map((level) => [level, say(`level_${level}`)]), in_force);
  choice.setAttribute("aria-label", `${say("strictnessTitle")}: ${summary}`);
  const put = (/** @type {string} */ level) => request("PUT", `/rules/${encodeURIComponent(id)}`, { strictness: level });
  choice.addEventListener("change", () => place.act({ work: put(choice.value), back: () => put(in_force) }));
  return labelled(say("strictnessTitle"), choice);
};

/** @type {(place: Place, rule: Rule) => HTMLElement} */
const row = (place, rule) => {
  const { id, summary, grade, source, contested, own, in_force, verdict } = rule;
  const softened = LEVELS.includes(verdict) && in_force !== verdict;
  return make("li", { "data-id": id, class: "rule" },
    make("div", {}, make("h3", {}, isolate(summary)),
      make("p", { class: "quiet" }, say("accordingTo", source.title), ` · ${say(`grade_${grade.replace(" ", "_")}`)}`, own ? ` · ${say("ownRule")}` : ""),
      contested ? make("p", { class: "quiet" }, contested) : null, softened ? make("p", { class: "softened" }, say("softened", say(`level_${verdict}`))) : null),
    strictness(place, rule));
};

/** @type {(faults: { file: string, place: string, fault: string }[]) => HTMLElement[]} */
const faultPart = (faults) =>
  faults.length ? [make("section", { class: "state", "data-kind": "faults" }, make("h2", {}, say("faultsTitle")),
    make("ul", {}, ...faults.map(({ file, place, fault }) => make("li", {}, isolate([file, place].filter(Boolean).join(": ")), " – ", isolate(fault)))))] : [];

/** @type {(place: Place) => import("./place.js").View} */
export const rules = (place) => {
  const body = make("div", { class: "stack" });
  const element = make("div", { class: "reading" }, heading(say("view_rules")), make("p", {}, say("rulesHow")), body);
  const update = async () => {
    const { body: found, wrong } = await request("GET", `/rules?language=${language()}`);
    if (wrong) return repaint(body, make("p", { class: "wrong" }, wrong));
    /** @type {(title: string, fits: (rule: Rule) => boolean) => HTMLElement} */
    const group = (title, fits) => make("section", {}, make("h2", {}, title), make("ul", { class: "rules" }, ...found.rules.filter(fits).map((/** @type {Rule} */ rule) => row(place, rule))));
    repaint(body, ...faultPart(found.faults), group(say("rulesHolding"), ({ verdict }) => verdict !== "allow"), group(say("rulesOther"), ({ verdict }) => verdict === "allow"));
  };
  return { element, update };
};
