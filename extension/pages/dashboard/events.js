// What happened in one application and what is to come, as marks in time and the windows that the etiquette opens. Pure.
import { MOST, WINDOW_MS } from "../ladder.js";
import { lastEnd } from "./known.js";

/** @typedef {import("./known.js").Known} Known */
/** @typedef {import("./known.js").Application} Application */
/** @typedef {"process" | "yours" | "theirs"} Lane */
/** @typedef {{ kind: string, lane: Lane, at: number, planned: boolean, late: boolean, people: string[] }} Mark */
/** @typedef {{ kind: "thanks" | "ladder", from: number, until: number, done: number, of: number }} Span */
/** @typedef {{ application: Application, marks: Mark[], spans: Span[], begins: number, ends: number }} Line */

export const DAY = 86_400_000;
const PRESSING = new Set(["follow_up", "message", "call"]);
const THEIRS = new Set(["they_wrote", "they_connected"]);

/** What a step of the agenda will be once it is done; the other steps are no mark in time. */
const STEP_MARKS = /** @type {Record<string, string>} */ ({
  thank_you: "thank_you", handwritten: "thank_you", follow_up: "follow_up", thanks_after_no: "thank_you", feedback: "follow_up",
  connect: "connect", stay_in_touch: "message",
});

/** @type {(kind: string, at: number, now: number) => Mark} */
const own = (kind, at, now) => ({ kind, lane: "process", at, planned: at > now, late: false, people: [] });

/** @type {(application: Application, now: number) => Mark[]} */
const process = ({ applied_on, interviews, outcome }, now) => [
  ...(applied_on ? [own("applied", Date.parse(`${applied_on}T12:00`), now)] : []),
  ...interviews.map(({ starts }) => own("interview", Date.parse(starts), now)),
  ...(outcome ? [own(outcome.kind, Date.parse(outcome.at), now)] : []),
];

/** @type {(known: Known, application: Application) => Mark[]} */
const passed = (known, { id }) =>
  known.team(id).flatMap(({ person }) =>
    known.passed(person.id).map(({ kind, at }) => ({
      kind, lane: THEIRS.has(kind) ? "theirs" : "yours", at: Date.parse(at), planned: false, late: false, people: [person.name],
    })));

/** @type {(known: Known, application: Application) => Mark[]} */
const planned = (known, { id, company }) =>
  known.team(id).flatMap(({ person }) =>
    known.next(person.id)
      .filter((item) => item.company === company && item.kind in STEP_MARKS)
      .map(({ kind, due, from, late }) => ({
        kind: STEP_MARKS[kind], lane: "yours", at: Date.parse(due ?? from), planned: true, late, people: [person.name],
      })));

/** The day after each interview, in which whoever decides is thanked. */
/** @type {(known: Known, application: Application) => Span[]} */
const thanksSpans = (known, { id, interviews }) => {
  const team = known.team(id).filter(({ part }) => part === "interviewer");
  const ends = interviews.map((one) => Date.parse(one.ends)).sort((a, b) => a - b);
  return ends.map((from, place) => {
    const next = ends[place + 1] ?? Infinity;
    const thanked = team.filter(({ person }) =>
      known.passed(person.id).some(({ kind, at }) => kind === "thank_you" && Date.parse(at) >= from && Date.parse(at) < next));
    return { kind: "thanks", from, until: from + DAY, done: thanked.length, of: team.length };
  });
};

/** The two weeks that hold three follow-ups at the most, for one person: from the first on; a reply starts them anew. */
/** @type {(passed: import("./known.js").Interaction[], begun: number, over: number) => Span[]} */
const laddersOf = (entries, begun, over) => {
  /** @type {Span[]} */
  const found = [];
  for (const { kind, at } of entries) {
    const moment = Date.parse(at);
    const current = found.at(-1);
    const open = current && moment < current.until;
    if (moment < begun || moment >= over) continue;
    if (kind === "they_wrote" && open) current.until = moment;
    if (!PRESSING.has(kind)) continue;
    if (open) current.done += 1;
    else found.push({ kind: "ladder", from: moment, until: Math.min(moment + WINDOW_MS, over), done: 1, of: MOST });
  }
  return found;
};

/** Spans that overlap, of several people, become one that says the highest count. */
/** @type {(spans: Span[]) => Span[]} */
const merged = (spans) => {
  /** @type {Span[]} */
  const found = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && span.from < last.until) Object.assign(last, { until: Math.max(last.until, span.until), done: Math.max(last.done, span.done) });
    else found.push({ ...span });
  }
  return found;
};

/** @type {(known: Known, application: Application, now: number) => Span[]} */
const ladderSpans = (known, application, now) => {
  const { interviews, outcome, id, stage } = application;
  if (!interviews.length) return [];
  const begun = Math.min(...interviews.map(({ ends }) => Date.parse(ends)));
  const over = outcome ? Date.parse(outcome.at) : Infinity;
  const found = merged(known.team(id).filter(({ part }) => part === "interviewer").flatMap(({ person }) => laddersOf(known.passed(person.id), begun, over)));
  const since = stage === "awaiting" ? lastEnd(application, now) : null;
  if (found.length || since === null || since + WINDOW_MS < now) return found;
  return [{ kind: "ladder", from: since, until: since + WINDOW_MS, done: 0, of: MOST }];
};

/** One application as a line in time. It ends with the decision, or is still open. */
/** @type {(known: Known, application: Application, now: number) => Line} */
export const lineOf = (known, application, now) => {
  const marks = [...process(application, now), ...passed(known, application), ...planned(known, application)].sort((a, b) => a.at - b.at);
  const course = marks.filter(({ lane }) => lane === "process").map(({ at }) => at);
  const { outcome } = application;
  return {
    application, marks, spans: [...thanksSpans(known, application), ...ladderSpans(known, application, now)],
    begins: Math.min(now, ...course), ends: outcome ? Date.parse(outcome.at) : Math.max(now, ...course),
  };
};
