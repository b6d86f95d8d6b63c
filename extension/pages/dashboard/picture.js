// The picture of time: a line for each application, read by eye, by key, as a table, and on paper.
import { extent, placeOf, REACHES, ticks } from "./layout.js";
import { lineSvg, spanWords } from "./line.js";
import { bar, shape, stripes, svg } from "./shapes.js";
import { button } from "../button.js";
import { fold, labelled, select, check } from "./parts.js";
import { eventTable } from "./table.js";
import { enter, rove } from "./rove.js";
import { month, shortDay } from "./times.js";
import { kindWords, stageWords } from "./words.js";

/** @typedef {import("./events.js").Line} Line */
/** @typedef {{ reach: string, archive?: boolean, alone?: boolean, chosen?: (next: { reach?: string, archive?: boolean }) => void }} Choice */

const { make, isolate } = poise.dom;
const { apart, number, say } = poise.words;
const AT_ONCE = 30;
const AXIS = 30;

/** @type {(choice: Choice) => HTMLElement | null} */
const controls = ({ reach, archive = false, chosen }) => {
  if (!chosen) return null;
  const reaches = select("reach", Object.keys(REACHES).map((name) => [name, say(`reach_${name}`)]), reach);
  reaches.addEventListener("change", () => chosen({ reach: reaches.value }));
  const box = check("archive", say("withArchive"), archive);
  box.querySelector("input")?.addEventListener("change", (event) => chosen({ archive: /** @type {HTMLInputElement} */ (event.target).checked }));
  return make("div", { class: "tools" }, labelled(say("reachTitle"), reaches), box);
};

/** @type {(scale: import("./layout.js").Scale, all: import("./layout.js").Tick[], today: number) => SVGElement} */
const axis = (scale, all, today) => {
  const near = all.filter(({ x, unit }) => Math.abs(x - today) > (unit === "day" ? 48 : 62));
  const words = (/** @type {import("./layout.js").Tick} */ { at, unit }) => (unit === "day" ? shortDay(at) : month(at));
  return svg("svg", { class: "axis", width: scale.width, height: AXIS, viewBox: `0 0 ${scale.width} ${AXIS}`, "aria-hidden": "true" },
    ...near.filter(({ x }) => x > 24 && x < scale.width - 24).map((tick) => svg("text", { x: tick.x, y: 20 }, words(tick))),
    svg("text", { class: "today", x: Math.min(Math.max(today, 26), scale.width - 26), y: 20 }, say("today")));
};

/** What each shape in these lines means. */
/** @type {(lines: Line[]) => HTMLElement} */
const legend = (lines) => {
  const kinds = new Set(lines.flatMap(({ marks }) => marks.map(({ kind }) => kind)));
  const spans = new Set(lines.flatMap((line) => line.spans.map(({ kind }) => kind)));
  const planned = lines.some(({ marks }) => marks.some((mark) => mark.planned));
  const entry = (/** @type {SVGElement} */ drawn, /** @type {string} */ words) =>
    make("li", {}, svg("svg", { width: 26, height: 20, viewBox: "-13 -10 26 20", "aria-hidden": "true" }, drawn), words);
  const long = (/** @type {SVGElement} */ drawn) => svg("g", { transform: "translate(-11 0)" }, drawn);
  return make("ul", { class: "legend", "aria-label": say("legendTitle") },
    ...[...kinds].map((kind) => entry(shape(kind, false), kindWords(kind))), ...(planned ? [entry(shape("interview", true), say("legendPlanned"))] : []),
    ...[...spans].map((kind) => entry(long(bar(kind, 22)), say(`legend_${kind}`))));
};

/** @type {(line: Line) => string} the line in one sentence */
const sentence = ({ application, marks, spans }) =>
  [apart(application.company), stageWords(application, Date.now()), say("lineCount", marks.length), ...spans.map(spanWords)].join(" · ");

/** @type {(line: Line, alone: boolean) => HTMLElement | null} */
const title = ({ application }, alone) =>
  alone ? null : make("p", { class: "line-title" }, make("a", { href: `#applications/${application.id}` }, isolate(application.company)),
    application.role ? make("span", {}, isolate(application.role)) : null, make("span", { class: "quiet" }, stageWords(application, Date.now())));

/**
 * The picture of these lines. It is laid out anew whenever its width changes.
 * @param {Line[]} lines @param {Choice} choice
 */
export const picture = (lines, choice) => {
  const alone = choice.alone ?? false;
  const ruler = make("div", { class: "cell" });
  const rows = make("ol", { class: "rows" });
  const caption = make("p", { class: "caption quiet" }, say("pictureHow"));
  const plot = make("div", { class: alone ? "plot alone" : "plot" }, make("div", { class: "line axis-line" }, alone ? null : make("p", { class: "line-title" }), ruler), rows);
  const table = fold(say("asTable"), "table");
  const more = make("div", { class: "row" });
  let shown = AT_ONCE;

  const paint = (/** @type {number} */ width) => {
    const now = Date.now();
    const scale = { ...extent(lines, choice.reach, now), width };
    const all = ticks(scale);
    const today = placeOf(scale, now);
    ruler.replaceChildren(axis(scale, all, today));
    rows.replaceChildren(...lines.slice(0, shown).map((line) => {
      const drawn = lineSvg(line, scale, all.map(({ x }) => x), now);
      drawn.setAttribute("aria-label", sentence(line));
      return make("li", { class: "line", "data-id": line.application.id }, title(line, alone), make("div", { class: "cell" }, drawn));
    }));
    enter(plot);
    const left = lines.length - shown;
    more.replaceChildren(...(left > 0 ? [button(say("showMore", number(Math.min(AT_ONCE, left)), number(left)), "more-lines", () => { shown += AT_ONCE; paint(ruler.clientWidth); })] : []));
  };
  rove(plot, caption);
  table.addEventListener("toggle", () => {
    if (table.open && table.childElementCount === 2) table.lastElementChild?.replaceChildren(eventTable(lines));
  });
  new ResizeObserver(() => { if (ruler.clientWidth) paint(ruler.clientWidth); }).observe(ruler);
  if (!lines.length) return make("div", { class: "picture" }, controls(choice), make("p", { class: "quiet" }, say("timeEmpty")));
  return make("div", { class: "picture" }, controls(choice), stripes(), plot, more, caption, legend(lines), table);
};
