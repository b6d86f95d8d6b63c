// The picture of time, laid out: which mark comes where, which words fit beside it. Pure; lengths in px, times in epoch ms.
import { DAY } from "./events.js";

/** @typedef {import("./events.js").Line} Line */
/** @typedef {import("./events.js").Mark} Mark */
/** @typedef {import("./events.js").Span} Span */
/** @typedef {{ from: number, until: number, width: number }} Scale */
/** @typedef {Mark & { x: number, count: number, label: string | null, row: number }} Placed */
/** @typedef {Span & { x: number, length: number }} Bar */

/** Room for half a mark at either edge. */
export const EDGE = 12;
const MARK = 15;
const LETTER = 7.2;
const SPACE = 8;

/** @type {(scale: Scale, at: number) => number} */
export const placeOf = ({ from, until, width }, at) =>
  EDGE + ((Math.min(Math.max(at, from), until) - from) / (until - from)) * (width - 2 * EDGE);

/** How many days back and ahead each choice shows; `all` shows what there is. */
export const REACHES = /** @type {Record<string, [number, number] | null>} */ ({ month: [21, 14], quarter: [70, 28], all: null });

/** @type {(lines: Line[], reach: string, now: number) => { from: number, until: number }} */
export const extent = (lines, reach, now) => {
  const days = REACHES[reach];
  if (days) return { from: now - days[0] * DAY, until: now + days[1] * DAY };
  let [from, until] = [now - 7 * DAY, now + 14 * DAY];
  for (const { marks, begins, ends } of lines) {
    from = Math.min(from, begins, ...marks.map(({ at }) => at));
    until = Math.max(until, ends, ...marks.map(({ at }) => at));
  }
  return { from: from - DAY, until: until + DAY };
};

/** Marks of one lane that would hide each other: alike ones become one with a count, others make room. */
/** @type {(marks: Mark[], scale: Scale) => Placed[]} */
const spread = (marks, scale) => {
  /** @type {Placed[]} */
  const found = [];
  for (const mark of marks) {
    const x = placeOf(scale, mark.at);
    const last = found.at(-1);
    if (last && x - last.x < MARK && last.kind === mark.kind && last.planned === mark.planned) {
      last.count += 1;
      last.people = [...last.people, ...mark.people];
      last.late ||= mark.late;
    } else found.push({ ...mark, x: last ? Math.max(x, last.x + MARK) : x, count: 1, label: null, row: 0 });
  }
  return found;
};

const FIRST = ["offer", "accepted", "rejected", "withdrawn", "interview"];

/** @type {(mark: Placed) => number} */
const importance = ({ kind, planned, late }) => (late ? -1 : FIRST.includes(kind) ? FIRST.indexOf(kind) : planned ? 5 : 6);

/** @type {(label: string, x: number, width: number) => [number, number]} where words centred on x lie, kept within the picture */
const reachOf = (label, x, width) => {
  const half = (label.length * LETTER) / 2;
  const middle = Math.min(Math.max(x, half), Math.max(width - half, half));
  return [middle - half, middle + half];
};

/** Give words to as many marks as have room for them, the weightiest first, in so many rows. */
/** @type {(marks: Placed[], wordsOf: (mark: Placed) => string, width: number, rows: number) => void} */
const label = (marks, wordsOf, width, rows) => {
  /** @type {[number, number][][]} */
  const taken = Array.from({ length: rows }, () => []);
  for (const mark of [...marks].sort((a, b) => importance(a) - importance(b))) {
    const words = wordsOf(mark);
    const [from, until] = reachOf(words, mark.x, width);
    const row = taken.findIndex((all) => all.every(([a, b]) => until + SPACE < a || from - SPACE > b));
    if (row < 0) continue;
    taken[row].push([from, until]);
    Object.assign(mark, { label: words, row });
  }
};

/** Where the middle of a mark's words is. */
/** @type {(mark: Placed, width: number) => number} */
export const middleOf = ({ label: words, x }, width) => {
  const [from, until] = reachOf(words ?? "", x, width);
  return (from + until) / 2;
};

/** The marks of a line within the scale: above the line what the user sent, on it the process and below what came back. */
/** @type {(line: Line, scale: Scale, wordsOf: (mark: Placed) => string) => Placed[]} */
export const placed = ({ marks }, scale, wordsOf) => {
  const seen = marks.filter(({ at }) => at >= scale.from && at <= scale.until);
  const lane = (/** @type {string} */ name) => spread(seen.filter((mark) => mark.lane === name), scale);
  const above = lane("yours");
  const below = [...lane("process"), ...lane("theirs")];
  label(above, wordsOf, scale.width, 1);
  label(below, wordsOf, scale.width, 1);
  return [...above, ...below].sort((a, b) => a.at - b.at);
};

/** @type {(line: Line, scale: Scale) => Bar[]} */
export const bars = ({ spans }, scale) =>
  spans.filter(({ from, until }) => until > scale.from && from < scale.until).map((span) => {
    const x = placeOf(scale, span.from);
    return { ...span, x, length: Math.max(placeOf(scale, span.until) - x, 8) };
  });

/** @typedef {{ at: number, x: number, unit: "day" | "month" }} Tick */

/** Local midnights: days, weeks' beginnings or months, so far apart that their words have room. */
/** @type {(scale: Scale, room?: number) => Tick[]} */
export const ticks = (scale, room = 64) => {
  const days = (scale.until - scale.from) / DAY;
  const most = Math.max(2, Math.floor(scale.width / room));
  const step = [1, 2, 7, 14].find((one) => days / one <= most);
  const start = new Date(scale.from);
  const found = [];
  if (step) {
    const monday = start.getDate() - (step >= 7 ? (start.getDay() + 6) % 7 : 0);
    for (let day = monday; ; day += step) {
      const at = new Date(start.getFullYear(), start.getMonth(), day).getTime();
      if (at > scale.until) break;
      found.push({ at, unit: /** @type {const} */ ("day") });
    }
  } else {
    const months = [1, 2, 3, 6, 12, 24, 60].find((one) => days / 30 / one <= most) ?? 120;
    for (let month = start.getMonth(); ; month += months) {
      const at = new Date(start.getFullYear(), month, 1).getTime();
      if (at > scale.until) break;
      found.push({ at, unit: /** @type {const} */ ("month") });
    }
  }
  return found.filter(({ at }) => at >= scale.from).map((tick) => ({ ...tick, x: placeOf(scale, tick.at) }));
};
