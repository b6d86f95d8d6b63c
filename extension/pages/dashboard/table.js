// The picture of time as a table: the same facts for whoever reads better so.
import { markWords, spanWords, whenWords } from "./line.js";
import { button } from "../button.js";
import { moment } from "./times.js";
import { stageWords } from "./words.js";

/** @typedef {import("./events.js").Line} Line */

const { make, isolate } = poise.dom;
const { number, say } = poise.words;
const AT_ONCE = 100;

/** @type {(company: string, cells: string[]) => HTMLElement} */
const row = (company, cells) => make("tr", {}, make("th", { scope: "row" }, isolate(company)), ...cells.map((words) => make("td", { dir: "auto" }, words)));

/** @type {(line: Line) => HTMLElement[]} */
const rowsOf = ({ application: { company, ...rest }, marks, spans }) => [
  row(company, [stageWords({ company, ...rest }, Date.now()), "", ""]),
  ...marks.map((mark) => row(company, [markWords(mark), mark.people.join(", "), whenWords(mark)])),
  ...spans.map((span) => row(company, [spanWords(span), "", `${moment(span.from)} – ${moment(span.until)}`])),
];

/** The first applications, and a button for as many more. */
/** @type {(lines: Line[]) => HTMLElement} */
export const eventTable = (lines) => {
  const head = make("thead", {}, make("tr", {}, ...["fieldCompany", "columnWhat", "columnWith", "columnWhen"].map((key) => make("th", { scope: "col" }, say(key)))));
  const body = make("tbody", {});
  let shown = 0;
  const add = () => {
    body.append(...lines.slice(shown, (shown += AT_ONCE)).flatMap(rowsOf));
    const left = lines.length - shown;
    more.textContent = say("showMore", number(Math.min(AT_ONCE, left)), number(left));
    more.hidden = left <= 0;
  };
  const more = button("", "more-rows", add);
  add();
  return make("div", {}, make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("asTable") }, make("table", {}, head, body)), make("div", { class: "row" }, more));
};
