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

/** @type {() => Promise<string[]>} */
const vouchedFor = async () => /** @type {Kept} */ (await api.storage.local.get("vouched")).vouched ?? [];

/** @type {(person: Guarded, guarded: Guarded[]) => Promise<Desk>} */
export const lay = async (person, guarded) => {
  const { stage } = standing(person, Date.now());
  offer(stage);
  return { person, guarded, stage, known: [], draft: blank(person), vouched: await vouchedFor() };
};

/** What is kept by now; where it cannot be read, what was known stays, and why is answered. */
/** @type {(desk: Desk) => Promise<string | undefined>} */
export const lookUp = async (desk) => {
  const { found, wrong } = await drafts.all();
  if (!wrong) desk.known = found;
  return wrong;
};

/** A word that the user stands by is no slip in any note, whichever tab each is written in. */
/** @type {(desk: Desk, word: string) => Promise<void>} */
export const vouch = (desk, word) =>
  /** @type {Promise<any>} */ (navigator.locks.request("poise-vouched", async () => {
    desk.vouched = [...new Set([...(await vouchedFor()), word])];
    await api.storage.local.set({ vouched: desk.vouched });
  }));
