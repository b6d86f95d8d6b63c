// What every view of the dashboard works with, and how a part of it is painted anew without losing the user's place.

/** @typedef {import("./known.js").Known} Known */
/** @typedef {import("./route.js").Route} Route */
/** @typedef {import("../facts.js").Outcome} Outcome */
/** `back` takes a change back, from what came of it; `opens` is the address of what was made. */
/** @typedef {{ work: Promise<Outcome>, back?: (outcome: Outcome) => Promise<Outcome>, opens?: (outcome: Outcome) => string }} Change */
/**
 * `act` awaits a change, says what came of it with the way back, and shows what is known then. Answers the outcome.
 * @typedef {{ known: () => Known, route: () => Route, act: (change: Change, words?: string) => Promise<Outcome>, notice: (words: string) => void }} Place
 */
/** `update` is called when something is known anew and when the address changes within the view. */
/** @typedef {{ element: HTMLElement, update: () => void | Promise<void> }} View */

const TOLD = ["data-do", "name", "data-fold", "href"];

/** What an element is called within `root`: by the thing that it is part of, and by what it does there. */
/** @type {(element: Element) => string | null} */
const nameOf = (element) => {
  const attribute = TOLD.find((one) => element.hasAttribute(one));
  const self = attribute && `[${attribute}="${CSS.escape(element.getAttribute(attribute) ?? "")}"]`;
  if (!self) return element.tagName === "SUMMARY" && element.parentElement ? nameOf(element.parentElement) : null;
  const id = element.parentElement?.closest("[data-id]")?.getAttribute("data-id");
  return id ? `[data-id="${CSS.escape(id)}"] ${self}` : self;
};

/** Replace what is in `root`; what was unfolded stays so, and the focus stays where it was. */
/** @type {(root: Element, ...children: (Node | string)[]) => void} */
export const repaint = (root, ...children) => {
  const at = document.activeElement;
  const focused = at && at !== root && root.contains(at) ? nameOf(at) : null;
  const summary = at?.tagName === "SUMMARY" ? " > summary" : "";
  const open = [...root.querySelectorAll("details[open]")].map(nameOf);
  root.replaceChildren(...children);
  for (const name of open) if (name) root.querySelector(name)?.setAttribute("open", "");
  if (focused) /** @type {HTMLElement | null} */ (root.querySelector(focused + summary))?.focus({ preventScroll: true });
};
