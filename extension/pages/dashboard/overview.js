// The first view: what is due, and the picture of time.
import { button } from "../button.js";
import { empty, heading, inParts, link } from "./parts.js";
import { repaint } from "./place.js";
import { lineOf } from "./events.js";
import { inArchive } from "./known.js";
import { newApplication, newPerson } from "./forms.js";
import { picture } from "./picture.js";
import { step } from "./step.js";

/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./known.js").Item} Item */

const { make } = poise.dom;
const { say } = poise.words;
const AT_ONCE = 6;
const NARROW = 700;

/** @type {(item: Item, now: number) => "late" | "open" | "ahead"} */
const groupOf = ({ late, from }, now) => (late ? "late" : Date.parse(from) <= now ? "open" : "ahead");

/** @type {(place: Place) => HTMLElement[]} */
const agendaParts = (place) => {
  const now = Date.now();
  const groups = /** @type {const} */ (["late", "open", "ahead"]).map((group) => ({ group, items: place.known().agenda.filter((item) => groupOf(item, now) === group) }));
  return groups.filter(({ items }) => items.length).map(({ group, items }) => {
    const list = make("ul", { class: "agenda" });
    inParts(list, items, AT_ONCE, (item) => step(place, item));
    return make("section", { "data-group": group }, make("h3", {}, say(`agenda_${group}`)), list);
  });
};

/** The lines of what is going on, those that moved last at the top; of what is over, when it is asked for. */
/** @type {(place: Place, archive: boolean) => import("./events.js").Line[]} */
const linesOf = (place, archive) => {
  const now = Date.now();
  const known = place.known();
  const lines = known.applications.filter((one) => archive || !inArchive(one)).map((one) => lineOf(known, one, now));
  const latest = new Map(lines.map((line) => [line, Math.max(0, ...line.marks.map(({ at }) => at))]));
  return lines.sort((a, b) => (latest.get(b) ?? 0) - (latest.get(a) ?? 0));
};

/** @type {(place: Place) => import("./place.js").View} */
export const overview = (place) => {
  const agenda = make("section", { id: "agenda", class: "panel", tabindex: "-1", "aria-labelledby": "agenda-title" });
  const time = make("section", { id: "time", class: "panel", tabindex: "-1", "aria-labelledby": "time-title" });
  const halves = make("div", { class: "overview" }, agenda, time);
  const first = make("div", {});
  const print = button(say("print"), "print", () => window.print());
  const element = make("div", {}, heading(say("dashboardTitle"), print), first, halves);
  const choice = { reach: innerWidth < NARROW ? "month" : "quarter", archive: false };

  const paintTime = () => {
    const chosen = (/** @type {Partial<typeof choice>} */ next) => { Object.assign(choice, next); paintTime(); };
    repaint(time, make("h2", { id: "time-title" }, say("timeTitle")), picture(linesOf(place, choice.archive), { reach: choice.reach, archive: choice.archive, chosen }));
  };
  const update = () => {
    const nothing = !place.known().applications.length && !place.known().people.length;
    halves.hidden = print.hidden = nothing;
    first.hidden = !nothing;
    repaint(first, ...(nothing ? [empty(say("startTitle"), say("startHow"), button(say("addPerson"), "first-person", () => newPerson(place), "main"),
      button(say("addApplication"), "first-application", () => newApplication(place)), link(say("importInstead"), "#import"))] : []));
    const parts = agendaParts(place);
    repaint(agenda, make("h2", { id: "agenda-title" }, say("agendaTitle")), ...(parts.length ? parts : [make("p", { class: "quiet" }, say(place.known().whole ? "agendaEmpty" : "stopped"))]));
    paintTime();
  };
  return { element, update };
};
