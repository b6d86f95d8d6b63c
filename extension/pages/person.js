// One person in the popup: where it stands, and what may have happened since, one press each.
import { find } from "./page.js";
import { applications, askAgain, bookedFrom, decide, forget, interviewer, log, own, reschedule, trust, undo } from "./facts.js";
import { nextStep, standingWords } from "./people.js";
import { button } from "./button.js";
import { asLocal, LATEST } from "./local.js";
import { OUTCOMES, REASONS } from "./vocabulary.js";

const { make, isolate, isolateIn } = poise.dom;
const { due, say } = poise.words;

/** `here`: the marks of the page that is looked at, where it is this person's. */
/** @typedef {{ open: boolean, purpose: string | null, here: string[] | null, changed: Changed }} Options */
/** Says what came of a change, and shows it. */
/** @typedef {(outcome: import("./page.js").Answered) => Promise<void>} Changed */

const LOGGED = /** @type {const} */ ([["thank_you", "email"], ["follow_up", "email"], ["they_wrote", "email"]]);

/** @type {(title: string, name: string, open: boolean, ...parts: Node[]) => HTMLElement} */
const fold = (title, name, open, ...parts) =>
  make("details", { "data-fold": name, open }, make("summary", {}, title), make("div", { class: "row" }, ...parts));

/** @type {(application: any, done: (work: Promise<any>) => Promise<void>) => HTMLElement[]} */
const outcomeButtons = ({ id, company, outcome }, done) =>
  [...OUTCOMES, "none"].filter((kind) => kind !== (outcome?.kind ?? "none")).map((kind) => {
    const choice = button(say(`outcome_${kind}`), `outcome-${kind}`, () => done(decide(id, kind)));
    choice.title = company;
    return choice;
  });

/** @type {(value: string) => HTMLInputElement} */
const timeField = (value) =>
  make("input", { type: "datetime-local", value, required: true, max: LATEST, "aria-label": say("fieldInterview") });

/** An interview that can be moved by its own field, or called off; it lasts as long as before. */
/** @type {(id: string, booked: any, done: (work: Promise<any>) => Promise<void>) => HTMLElement} */
const interviewRow = (id, booked, done) => {
  const field = timeField(asLocal(booked.starts));
  const lasts = Date.parse(booked.ends) - Date.parse(booked.starts);
  return make("div", { class: "row" }, field,
    button(say("moveInterview"), "move", () => field.reportValidity() && done(reschedule(id, [booked], [bookedFrom(field.value, lasts)]))),
    button(say("cancelInterview"), "call-off", () => done(reschedule(id, [booked], []))));
};

/** @type {(application: any, done: (work: Promise<any>) => Promise<void>) => HTMLElement[]} */
const interviewRows = (application, done) => {
  const field = timeField("");
  const another = button(say("anotherRound"), "another", () => field.reportValidity() && done(reschedule(application.id, [], [bookedFrom(field.value)])));
  const rows = application.interviews.map((/** @type {any} */ booked) => interviewRow(application.id, booked, done));
  return [...rows, make("div", { class: "row" }, field, another)];
};

/** @type {(known: any, open: boolean, done: (work: Promise<any>) => Promise<void>) => HTMLElement} */
const trustPart = ({ id, trusted }, open, done) => {
  if (trusted) return fold(say("trustTitle"), "trust", open, button(say("untrust"), "untrust", () => done(trust(id, false, null))));
  return fold(say("trustTitle"), "trust", open, make("span", { class: "quiet" }, say("why")),
    ...REASONS.map((reason) => button(say(reason), reason, () => done(trust(id, true, say(reason))))));
};

/** Who was said to be somebody else: by an address, or where a name was all that there was. Numbers that go with them say nothing to anybody. */
/** @type {(known: any, done: (work: Promise<any>) => Promise<void>) => HTMLElement[]} */
const othersPart = ({ id, not_profiles: others }, done) => {
  if (!others.length) return [];
  const shown = others.filter((/** @type {string} */ mark) => /^(https|name):/.test(mark));
  const words = shown.map((/** @type {string} */ mark) => make("p", { class: "quiet" }, mark.startsWith("name:") ? say("byNameAlone") : isolate(mark)));
  return [fold(say("othersTitle"), "others", false, ...words, button(say("askAgain"), "ask-again", () => done(askAgain(id))))];
};

/** What can be done about somebody, read afresh from the service. */
/** @type {(guarded: Guarded, options: Options) => Promise<HTMLElement>} */
const actions = async (guarded, { purpose, changed }) => {
  const { body: known, wrong } = await interviewer(guarded.id);
  if (wrong) return make("p", { class: "quiet" }, wrong);
  /** @type {(work: Promise<import("./page.js").Answered>) => Promise<void>} */
  const done = async (work) => changed(await work);
  const { all: mine, wrong: unread } = await applications(known.roles);
  return make("div", {}, ...(unread ? [make("p", { class: "quiet" }, unread)] : []),
    fold(say("outcomeTitle"), "outcome", purpose === "decided", ...mine.flatMap((one) => outcomeButtons(one, done))),
    fold(say("logSent"), "log", false, ...LOGGED.map(([kind, channel]) => button(say(`log_${kind}`), kind, () => done(log(guarded.id, kind, channel))))),
    fold(say("interviewsTitle"), "interviews", false, ...mine.flatMap((one) => interviewRows(one, done))),
    trustPart(known, purpose === "trusted", done), ...othersPart(known, done),
    button(say("stopTracking"), "forget", () => stop(guarded.id, changed)));
};

/** @type {(id: string, changed: Changed) => Promise<void>} */
const stop = async (id, changed) => {
  const outcome = await forget(id);
  await changed(outcome);
  if (outcome.wrong) return;
  const back = button(say("undo"), "undo", async () => changed(await undo(outcome.body.undo)));
  find("#outcome").append(" ", back);
  back.focus();
};

/** The steps that are a note, which the composer helps to write. */
const WRITTEN = new Set(["thank_you", "follow_up"]);

/** @type {(guarded: Guarded, now: number) => HTMLElement[]} */
const nextLine = (guarded, now) => {
  const step = nextStep(guarded, now);
  if (!step) return [];
  const words = step.due ? [make("strong", {}, due(step, now))] : [];
  const write = make("a", { href: `note.html#person=${guarded.id}&for=instead&kind=${step.kind}`, target: "_blank", class: "button main", "data-do": "write" }, say("writeIt"));
  return [make("div", { class: "next" }, ...words, make("p", {}, ...isolateIn(step.text, [guarded.name, guarded.company])), ...(WRITTEN.has(step.kind) ? [write] : []))];
};

/** The page that is open is theirs, or it is not. */
/** @type {(guarded: Guarded, options: Options) => HTMLElement[]} */
const hereLine = ({ id }, { here, changed }) => {
  if (!here) return [];
  const denying = async () => changed(await own(id, here, false));
  return [make("p", { class: "row quiet here" }, say("onThisPage"), button(say("notThisPerson"), "not-them", denying, "plain"))];
};

/** @type {(guarded: Guarded, options: Options) => HTMLElement} */
export const personCard = (guarded, options) => {
  const more = make("details", { "data-fold": "more" }, make("summary", {}, say("changeSomething")));
  more.addEventListener("toggle", async () => {
    if (more.open && more.childElementCount === 1) more.append(await actions(guarded, options));
  });
  more.open = options.open;
  const now = Date.now();
  return make("li", { class: "person", "data-person": guarded.id },
    make("h3", {}, isolate(guarded.name)),
    make("p", { class: "quiet" }, ...(guarded.company ? [isolate(guarded.company), " · "] : []), standingWords(guarded, now)),
    ...nextLine(guarded, now), ...hereLine(guarded, options), more);
};
