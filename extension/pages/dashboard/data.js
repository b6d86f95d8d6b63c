// Reading all that the service knows of the job search, part by part, so that it can be shown how far it is, and be stopped.
import { request } from "../page.js";

/** @typedef {import("./known.js").Read} Read */

const PART = 500;
const PATIENCE = 20_000;

/** One noun, page after page; what had been read when it was stopped is kept. */
/** @type {(path: string, signal: AbortSignal, more: (count: number) => void) => Promise<any[]>} */
const all = async (path, signal, more) => {
  const items = [];
  for (let after = ""; !signal.aborted; ) {
    const { body, wrong } = await request("GET", `${path}?limit=${PART}${after}`, undefined, {}, PATIENCE);
    if (wrong) throw new Error(wrong);
    items.push(...body.items);
    more(body.items.length);
    if (!body.next) break;
    after = `&after=${body.next}`;
  }
  return items;
};

/**
 * Everything; throws with one sentence where the service does not answer.
 * @param {AbortSignal} signal @param {(count: number) => void} seen how many things have been read so far
 * @returns {Promise<Read>}
 */
export const readAll = async (signal, seen) => {
  let count = 0;
  const more = (/** @type {number} */ read) => seen((count += read));
  const [applications, people, interactions, agenda] = await Promise.all([
    all("/applications", signal, more), all("/interviewers", signal, more), all("/interactions", signal, more),
    request("GET", `/agenda?language=${poise.words.language()}`, undefined, {}, PATIENCE),
  ]);
  return { applications, people, interactions, agenda: agenda.body?.items ?? [] };
};
