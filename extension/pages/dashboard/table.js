// The picture of time as a table: the same facts for whoever reads better so.
import { markWords, spanWords, whenWords } from "./line.js";
import { moment } from "./times.js";
import { stageWords } from "./words.js";

/** @typedef {import("./events.js").Line} Line */

const { make, isolate } = poise.dom;
const { say } = poise.words;
const MOST = 500;

/** @type {(company: string, cells: string[]) => HTMLElement} */
const row = (company, cells) => make("tr", {}, make("th", { scope: "row" }, isolate(company)), ...cells.map((words) => make("td", { dir: "auto" }, words)));

/** @type {(lines: Line[]) => HTMLElement} */
export const eventTable = (lines) => {
  const head = make("thead", {}, make("tr", {}, ...["fieldCompany", "columnWhat", "columnWith", "columnWhen"].map((key) => make("th", { scope: "col" }, say(key)))));
  const rows = lines.flatMap(({ application: { company, ...rest }, marks, spans }) => [
    row(company, [stageWords({ company, ...rest }, Date.now()), "", ""]),
    ...marks.map((mark) => row(company, [markWords(mark), mark.people.join(", "), whenWords(mark)])),
    ...spans.map((span) => row(company, [spanWords(span), "", `${moment(span.from)} – ${moment(span.until)}`])),
  ]);
  return make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("asTable") }, make("table", {}, head, make("tbody", {}, ...rows.slice(0, MOST))));
};
