// The composer of one note: questions, a first draft, findings as one types; kept by the service, sent by the user.
import { button, oneAtATime } from "../button.js";
import { cameOf, find } from "../page.js";
import { undo } from "../facts.js";
import { choose, chosen } from "./choices.js";
import { lay, lookUp, take } from "./desk.js";
import * as drafts from "./drafts.js";
import * as editor from "./editor.js";
import * as others from "./others.js";
import { ask, first } from "./questions.js";
import * as sending from "./sending.js";
import { slotWords } from "./slot.js";

const { say } = poise.words;

/** @typedef {import("./desk.js").Desk} Desk */

/** @type {(desk: Desk) => Promise<void>} */
const open = async (desk) => {
  take(desk);
  editor.lend(desk);
  others.show(desk.known, desk.person, desk.guarded, desk.draft.kind);
  find("#slot").textContent = await slotWords(desk.person.id, desk.draft.kind);
  await Promise.all([ask(desk), editor.look(desk)]);
};

/** @type {(desk: Desk) => Promise<void>} */
const reopen = async (desk) => {
  const wrong = await lookUp(desk);
  await open(desk);
  if (wrong) sending.tell(wrong);
};

/** Another kind of note, once this one is kept; until then it stays where it is seen. */
/** @type {(desk: Desk) => Promise<void>} */
const turn = async (desk) => {
  if (await editor.keep(desk)) await reopen(desk);
  else choose(desk.draft.kind);
};

/** @type {(desk: Desk) => Promise<void>} */
const sent = async (desk) => {
  const { person, guarded, draft } = desk;
  if (draft.sent_at) return sending.tell(say("noteLogged")); // by an earlier press
  const outcome = await sending.log(person.id, draft.kind);
  if (outcome.wrong) return sending.tell(cameOf(outcome));
  draft.sent_at = new Date().toISOString();
  await editor.keep(desk);
  desk.known = [...desk.known.filter(({ id }) => id !== draft.id), draft];
  others.show(desk.known, person, guarded, draft.kind);
  sending.tell(say("noteLogged"));
};

/** @type {(desk: Desk, steps: { method: string, path: string, body: object }[]) => HTMLElement} */
const back = (desk, steps) => {
  const takingBack = async () => {
    const outcome = await undo(steps);
    await reopen(desk);
    sending.tell(cameOf(outcome, say("undone")));
  };
  return button(say("undo"), "undo", takingBack, "plain");
};

/** @type {(desk: Desk) => Promise<void>} */
const discard = async (desk) => {
  const { draft } = desk;
  editor.cease();
  const outcome = draft.version ? await drafts.discard(draft) : {};
  if (outcome.wrong) return sending.tell(cameOf(outcome));
  desk.known = desk.known.filter(({ id }) => id !== draft.id);
  await open(desk);
  sending.tell(say("noteDiscarded"));
  if (outcome.body) find("#outcome").append(" ", back(desk, outcome.body.undo));
};

/** @type {(desk: Desk) => Promise<void>} */
const translate = async (desk) => {
  desk.draft.language = chosen().language;
  await Promise.all([ask(desk), editor.look(desk)]);
};

/** @type {(desk: Desk) => void} */
const listen = (desk) => {
  /** @type {(selector: string, act: (desk: Desk) => unknown, on?: string) => void} */
  const on = (selector, act, event = "click") => find(selector).addEventListener(event, () => act(desk));
  /** @type {(selector: string, act: (desk: Desk) => unknown) => void} */
  const press = (selector, act) => on(selector, oneAtATime(act));
  on('[name="text"]', editor.typed, "input");
  on('[name="subject"]', editor.typed, "input");
  on('[name="kind"]', turn, "change");
  on('[name="language"]', translate, "change");
  press("#make", first);
  on("#copy", ({ draft }) => sending.copy(draft.kind, draft.text));
  on("#mail", ({ draft }) => sending.mailed(draft.text));
  press("#sent", sent);
  press("#discard", discard);
  find("#composer").addEventListener("submit", (event) => event.preventDefault());
  addEventListener("visibilitychange", () => document.visibilityState === "hidden" && void editor.leave(desk));
};

/** @type {(person: Guarded, guarded: Guarded[]) => Promise<void>} */
export const compose = async (person, guarded) => {
  const desk = await lay(person, guarded);
  find("#composer").hidden = false;
  listen(desk);
  await reopen(desk);
};
