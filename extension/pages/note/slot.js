// Which of the follow-ups that two weeks hold this one is.
import { MOST, WINDOW_MS } from "../ladder.js";
import { request } from "../page.js";

const { say } = poise.words;

/** @typedef {{ interviewer: string, kind: string, at: string }} Passed */

/** @type {(person: string, after?: string) => Promise<Passed[]>} */
const passed = async (person, after = "") => {
  const { body } = await request("GET", `/interactions?limit=500${after}`);
  if (!body) return [];
  const mine = body.items.filter((/** @type {Passed} */ one) => one.interviewer === person);
  return body.next ? [...mine, ...(await passed(person, `&after=${body.next}`))] : mine;
};

/** Nothing where there is none left: the guard says that itself. */
/** @type {(person: string, kind: string) => Promise<string>} */
export const slotWords = async (person, kind) => {
  if (kind !== "follow_up") return "";
  const recent = (await passed(person)).filter((one) => one.kind === "follow_up" && Date.now() - Date.parse(one.at) < WINDOW_MS);
  return recent.length < MOST ? say("noteSlot", recent.length + 1) : "";
};
