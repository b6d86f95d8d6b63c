// The fields that the user writes in: what they say is the draft, looked at and kept a moment later.
import { cameOf, find } from "../page.js";
import { vouch } from "./desk.js";
import * as drafts from "./drafts.js";
import { check } from "./findings.js";
import * as others from "./others.js";
import * as sending from "./sending.js";

const { language } = poise.words;
const CHECK_AFTER_MS = 350;
const KEEP_AFTER_MS = 900;

/** @typedef {import("./desk.js").Desk} Desk */

/** @type {ReturnType<typeof setTimeout> | undefined} */
let checking;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let keeping;

/** @type {() => HTMLTextAreaElement} */
export const text = () => find('[name="text"]');
/** @type {() => HTMLInputElement} */
const subject = () => find('[name="subject"]');

/** Answers whether all that is written is kept. */
/** @type {(desk: Desk) => Promise<boolean>} */
export const keep = async ({ draft }) => {
  cease();
  if (!draft.text && !draft.version) return true;
  const outcome = await drafts.keep(draft);
  if (outcome.wrong) sending.tell(cameOf(outcome));
  return !outcome.wrong;
};

/** What was typed last is not written down any more. */
export const cease = () => {
  clearTimeout(keeping);
  keeping = undefined;
};

/** The page is left: what was typed last is written down at once. */
/** @type {(desk: Desk) => Promise<void>} */
export const leave = async (desk) => { if (keeping) await keep(desk); };

/** @type {(desk: Desk) => Promise<void>} */
export const look = (desk) => {
  const { person, guarded, stage, known, draft, vouched } = desk;
  const note = {
    kind: draft.kind, text: draft.text, language: draft.language, answer_in: language(), interviewer: person.name, company: person.company,
    stage, site: draft.kind === "connect_note" ? "linkedin" : null, others: others.texts(known, draft, person, guarded), known: vouched,
  };
  return check(note, {
    field: text, changed: (words) => write(desk, words), vouch: async (word) => { await vouch(desk, word); await look(desk); },
  });
};

/** @type {(desk: Desk) => void} */
const show = ({ draft }) => sending.show(draft.kind, draft.subject, draft.text);

/** @type {(desk: Desk) => void} */
export const typed = (desk) => {
  Object.assign(desk.draft, { text: text().value, subject: subject().value, sent_at: null });
  show(desk);
  clearTimeout(checking);
  cease();
  checking = setTimeout(look, CHECK_AFTER_MS, desk);
  keeping = setTimeout(keep, KEEP_AFTER_MS, desk);
};

/** @type {(desk: Desk, words: string, about?: string) => void} */
export const write = (desk, words, about = subject().value) => {
  subject().value = about;
  text().value = words;
  text().focus();
  typed(desk);
};

/** The draft that lies on the desk now, as it is. */
/** @type {(desk: Desk) => void} */
export const lend = (desk) => {
  text().value = desk.draft.text;
  subject().value = desk.draft.subject;
  show(desk);
};
