// The people and companies of the last snapshot, as storage keeps them: what a page can show at once.
import { api } from "./page.js";

/** @type {() => Promise<{ guarded: Guarded[], words: Record<string, Words> }>} */
export const people = async () => {
  const kept = await api.storage.local.get(null);
  const guarded = Object.entries(kept).filter(([key]) => key.startsWith("person:")).map(([, value]) => /** @type {Guarded} */ (value));
  return { guarded, words: /** @type {Record<string, Words>} */ (kept.words ?? {}) };
};

const UNDECIDED = new Set(["scheduled", "awaiting"]);
const NEVER = "9999-12-31";

/** @type {(guarded: Guarded, now: number) => { stage: string, since: string | null }} */
export const standing = (guarded, now) => poise.saying.current(guarded.stages, now) ?? { stage: "applied", since: null };

/** Those who still have to decide, those who wait longest first. */
/** @type {(guarded: Guarded[], now: number) => Guarded[]} */
export const waiting = (guarded, now) =>
  guarded
    .filter(({ kind }) => kind === "person")
    .map((one) => ({ one, ...standing(one, now) }))
    .filter(({ stage }) => UNDECIDED.has(stage))
    .sort((a, b) => Date.parse(a.since ?? NEVER) - Date.parse(b.since ?? NEVER))
    .map(({ one }) => one);

/** The others, by where they stand and then by name. */
/** @type {(guarded: Guarded[], undecided: Guarded[], now: number) => Guarded[]} */
export const decided = (guarded, undecided, now) => {
  const open = new Set(undecided);
  const { compare } = new Intl.Collator(poise.words.language());
  return guarded
    .filter((one) => one.kind === "person" && !open.has(one))
    .map((one) => ({ one, stage: standing(one, now).stage }))
    .sort((a, b) => compare(a.stage, b.stage) || compare(a.one.name, b.one.name))
    .map(({ one }) => one);
};

/** Where somebody stands, and since when, as one line. */
/** @type {(guarded: Guarded, now: number) => string} */
export const standingWords = (guarded, now) => {
  const { say, day, days } = poise.words;
  const { stage, since } = standing(guarded, now);
  const waited = stage === "awaiting" ? days(since, now) : null;
  const spell = waited === null ? [] : [say("dayNumber", waited + 1), say("sinceInterview", day(Date.parse(/** @type {string} */ (since))))];
  const trusted = guarded.trusted ? [say("trustedByYou")] : [];
  return [say(`stage_${stage}`), ...spell, ...trusted].join(" · ");
};

/** What is to do next towards somebody: what is due first, or else the first that opens. */
/** @type {(guarded: Guarded, now: number) => UpcomingStep | null} */
export const nextStep = ({ steps }, now) => {
  const open = poise.saying.current(steps, now)?.items ?? [];
  const ahead = open.filter(({ due }) => !due || Date.parse(due) >= now);
  return ahead[0] ?? open[0] ?? null;
};
