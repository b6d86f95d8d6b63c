// The people and companies of the last snapshot, as storage keeps them: what a page can show at once.
import { api } from "./page.js";

/** @type {() => Promise<{ guarded: Guarded[], words: Record<string, Words> }>} */
export const people = async () => {
  const kept = await api.storage.local.get(null);
  const guarded = Object.entries(kept).filter(([key]) => key.startsWith("person:")).map(([, value]) => /** @type {Guarded} */ (value));
  return { guarded, words: /** @type {Record<string, Words>} */ (kept.words ?? {}) };
};

const UNDECIDED = new Set(["scheduled", "awaiting"]);

/** @type {(guarded: Guarded, now: number) => { stage: string, since: string | null }} */
export const standing = (guarded, now) => poise.saying.current(guarded.stages, now) ?? { stage: "applied", since: null };

/** Those who still have to decide, those who wait longest first. */
/** @type {(guarded: Guarded[], now: number) => Guarded[]} */
export const waiting = (guarded, now) =>
  guarded
    .filter((one) => one.kind === "person" && UNDECIDED.has(standing(one, now).stage))
    .sort((a, b) => (standing(a, now).since ?? "9").localeCompare(standing(b, now).since ?? "9"));

/** Where somebody stands, as one line. */
/** @type {(guarded: Guarded, now: number) => string} */
export const standingWords = (guarded, now) => {
  const { stage, since } = standing(guarded, now);
  const days = stage === "awaiting" ? poise.words.days(since, now) : null;
  const day = days === null ? [] : [poise.words.say("dayNumber", days + 1)];
  const trusted = guarded.trusted ? [poise.words.say("trustedByYou")] : [];
  return [poise.words.say(`stage_${stage}`), ...day, ...trusted].join(" · ");
};
