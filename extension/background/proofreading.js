// What a note to somebody who has decided could do better, for the edge of the site's window.
import { kept } from "./kept.js";
import { call, Unavailable } from "./service.js";

const DECIDED = new Set(["offered", "hired", "rejected", "withdrawn"]);
const MOST = 4;

/** @typedef {{ severity: string, start: number, end: number, message: string }} Finding */

/** The part of the text a finding is about, by its code points. */
/** @type {(text: string, finding: Finding) => Remark} */
const remark = (text, { severity, start, end, message }) => ({ severity, message, part: [...text].slice(start, end).join("") });

/**
 * Nothing for whom nothing is decided: there the guard speaks. The text is read by the service and kept nowhere.
 * @type {(message: { whom: string, text: string, site: string }) => Promise<Remark[]>}
 */
export const proofread = async ({ whom, text, site }) => {
  const person = (await kept(`person:${whom}`))[`person:${whom}`];
  const stage = person && poise.saying.current(person.stages, Date.now())?.stage;
  if (!person || !stage || !DECIDED.has(stage)) return [];
  const language = poise.words.language();
  const note = { kind: "connect_note", text, language, interviewer: person.name, company: person.company, stage, site };
  try {
    const { body } = await call("POST", "/notes/check", note);
    return (body?.findings ?? []).slice(0, MOST).map((/** @type {Finding} */ finding) => remark(text, finding));
  } catch (error) {
    if (error instanceof Unavailable) return [];
    throw error;
  }
};
