// Reading all that the service knows of the job search, part by part, so that it can be shown how far it is, and be stopped.
import { request } from "../page.js";

/** @typedef {import("./known.js").Read} Read */

const PART = 500;
const PATIENCE = 60_000;

/** What the service answers; null once it was stopped. */
/** @type {(path: string, signal: AbortSignal) => Promise<any>} */
const ask = async (path, signal) => {
  /** @type {Promise<null>} */
  const stopped = new Promise((resolve) => signal.addEventListener("abort", () => resolve(null), { once: true }));
  const answer = signal.aborted ? null : await Promise.race([stopped, request("GET", path, undefined, {}, PATIENCE)]);
  if (answer?.wrong) throw new Error(answer.wrong);
  return answer?.body ?? null;
};

/** One noun, page after page; what had been read when it was stopped is kept. */
/** @type {(path: string, signal: AbortSignal, more: (count: number) => void) => Promise<any[]>} */
const all = async (path, signal, more) => {
  const items = [];
  for (let body = await ask(`${path}?limit=${PART}`, signal); body; body = body.next && (await ask(`${path}?limit=${PART}&after=${body.next}`, signal))) {
    items.push(...body.items);
    more(body.items.length);
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
    ask(`/agenda?language=${poise.words.language()}`, signal),
  ]);
  return { applications, people, interactions, agenda: agenda?.items ?? null };
};
