// One application in the picture of time, painted from its layout.
import { bars, middleOf, placed, placeOf } from "./layout.js";
import { bar, shape, svg } from "./shapes.js";
import { date, moment } from "./times.js";
import { kindWords } from "./words.js";

/** @typedef {import("./events.js").Line} Line */
/** @typedef {import("./layout.js").Scale} Scale */
/** @typedef {import("./layout.js").Placed} Placed */
/** @typedef {import("./layout.js").Bar} Bar */

const { apart, say } = poise.words;
const LETTER = 6.2;
const HEIGHTS = { words: 13, yours: 29, ladder: 46, line: 62, theirs: 81 };

/** @type {(mark: Pick<Placed, "kind" | "lane" | "planned" | "late"> & { count?: number }) => string} */
export const markWords = ({ kind, lane, planned, late, count = 1 }) => {
  const words = count > 1 ? `${kindWords(kind)} ×${count}` : kindWords(kind);
  return lane === "yours" && planned ? say(late ? "markLate" : "markDue", words) : words;
};

/** Of an application only the day is known. */
/** @type {(mark: Pick<Placed, "kind" | "at">) => string} */
export const whenWords = ({ kind, at }) => (kind === "applied" ? date : moment)(at);

/** @type {(mark: Placed) => string} */
const markSentence = (mark) => [markWords(mark), [...new Set(mark.people)].map(apart).join(", "), whenWords(mark)].filter(Boolean).join(" · ");

/** @type {(span: import("./events.js").Span) => string} */
export const spanWords = ({ kind, done, of }) => say(`span_${kind}`, done, of);

/** @type {(span: import("./events.js").Span) => string} */
const spanSentence = (span) => `${spanWords(span)} · ${moment(span.from)} – ${moment(span.until)}`;

/** What can be reached by key in the picture. */
/** @type {(sentence: string, x: number, y: number, ...parts: Node[]) => SVGElement} */
const point = (sentence, x, y, ...parts) =>
  svg("g", { class: "point", role: "img", tabindex: -1, "data-x": x, "aria-label": sentence, transform: `translate(${x} ${y})` }, svg("title", {}, sentence), ...parts);

/** @type {(mark: Placed, scale: Scale, below: number) => Node[]} */
const markNodes = (mark, scale, below) => {
  const { kind, lane, planned, late, x, label, count } = mark;
  const y = lane === "yours" ? HEIGHTS.yours : lane === "theirs" ? HEIGHTS.theirs : HEIGHTS.line;
  const words = label === null ? [] : [svg("text", { x: middleOf(mark, scale.width), y: lane === "yours" ? HEIGHTS.words : below, class: late ? "late" : "" }, label)];
  const many = label === null && count > 1 ? [svg("text", { x, y: y + 4, class: "count" }, String(count))] : [];
  return [point(markSentence(mark), x, y, shape(kind, planned, late)), ...many, ...words];
};

/** @type {(one: Bar) => Node[]} */
const barNodes = (one) => {
  if (one.kind === "thanks") return [point(spanSentence(one), one.x, HEIGHTS.line, bar("thanks", one.length))];
  const words = say("ladderCount", one.done, one.of);
  const fits = words.length * LETTER + 12 < one.length;
  return [point(spanSentence(one), one.x, HEIGHTS.ladder, bar("ladder", one.length), ...(fits ? [svg("text", { class: "on-line", x: one.length / 2, y: 4 }, words)] : []))];
};

/** @type {(line: Line, scale: Scale, grid: number[], now: number) => SVGElement} */
export const lineSvg = (line, scale, grid, now) => {
  const marks = placed(line, scale, markWords);
  const below = marks.some(({ lane }) => lane === "theirs") ? HEIGHTS.theirs + 22 : HEIGHTS.line + 22;
  const height = below + 8;
  const [from, until, today] = [line.begins, line.ends, now].map((at) => placeOf(scale, at));
  const open = line.application.outcome ? [] : [svg("path", { class: "ahead", d: `M${today} ${HEIGHTS.line}H${scale.width}` })];
  return svg("svg", { width: scale.width, height, viewBox: `0 0 ${scale.width} ${height}`, role: "group" },
    ...grid.map((x) => svg("path", { class: "grid", d: `M${x} 0V${height}` })), svg("path", { class: "today", d: `M${today} 0V${height}` }), ...open,
    svg("path", { class: "course", d: `M${from} ${HEIGHTS.line}H${until}` }), ...bars(line, scale).flatMap(barNodes), ...marks.flatMap((mark) => markNodes(mark, scale, below)));
};
