// What lies on the desk: whom the note is for, the notes that are known beside it, and the draft that is being written.
import { api } from "../page.js";
import { standing } from "../people.js";
import { chosen, offer, speak } from "./choices.js";
import * as drafts from "./drafts.js";

const { uuid } = poise.words;

/** @typedef {{ person: Guarded, guarded: Guarded[], stage: string, known: drafts.Draft[], draft: drafts.Draft, vouched: string[] }} Desk */

/** @type {(person: Guarded) => drafts.Draft} */
const blank = ({ id }) => {
  const { kind, language } = chosen();
  return { id: uuid(), interviewer: id, kind, language, subject: "", text: "", sent_at: null, version: 0 };
};

/** The draft of the chosen kind that is kept, or a new one. */
/** @type {(desk: Desk) => void} */
export const take = (desk) => {
  const { kind } = chosen();
  const kept = desk.known.find((one) => one.interviewer === desk.person.id && one.kind === kind && !one.sent_at);
  if (kept) speak(kept.language);
  desk.draft = kept ?? blank(desk.person);
};

/** @type {(person: Guarded, guarded: Guarded[]) => Promise<Desk>} */
export const lay = async (person, guarded) => {
  const { stage } = standing(person, Date.now());
  offer(stage);
  const { vouched = [] } = /** @type {Kept} */ (await api.storage.local.get("vouched"));
  return { person, guarded, stage, known: await drafts.all(), draft: blank(person), vouched };
};

/** A word that the user stands by is no slip in any note. */
/** @type {(desk: Desk, word: string) => Promise<void>} */
export const vouch = async ({ vouched }, word) => {
  vouched.push(word);
  await api.storage.local.set({ vouched });
};
