// Changing what the service knows: read a thing, change it, write it back under the version that was read.
import { api, request } from "./page.js";

/** @typedef {{ starts: string, ends: string, zone?: string | null }} Booked */
/** `before` is what stood there until a change, `etag` the version that the change made. */
/** @typedef {import("./page.js").Answered & { before?: Record<string, unknown> }} Outcome */

/** What an answer says of a thing and a change must not repeat. */
const SHOWN_ONLY = new Set(["id", "version", "stage"]);

/** @type {(thing: Record<string, unknown>) => Record<string, unknown>} */
const changeable = (thing) => Object.fromEntries(Object.entries(thing).filter(([name]) => !SHOWN_ONLY.has(name)));

/** @type {(path: string, change: (thing: any) => any) => Promise<Outcome>} */
export const edit = async (path, change) => {
  const { body, etag, wrong } = await request("GET", path);
  if (wrong) return { wrong };
  const before = changeable(body);
  return { ...(await request("PUT", path, { ...before, ...change(body) }, { "If-Match": etag ?? "*" })), before };
};

/** Take a change back, unless something else has changed there since. */
/** @type {(path: string) => (change: Outcome) => Promise<Outcome>} */
export const putBack = (path) => ({ before, etag }) => request("PUT", path, before, { "If-Match": etag ?? "*" });

/** @type {(id: string) => Promise<Outcome>} */
export const interviewer = (id) => request("GET", `/interviewers/${id}`);

/** The applications that somebody has a part in, or why one of them could not be read. */
/** @type {(roles: { application: string }[]) => Promise<{ all: any[], wrong?: string }>} */
export const applications = async (roles) => {
  const found = await Promise.all(roles.map(({ application }) => request("GET", `/applications/${application}`)));
  return { all: found.flatMap(({ body }) => (body ? [body] : [])), wrong: found.find(({ wrong }) => wrong)?.wrong };
};

/** @type {(id: string, trusted: boolean, reason: string | null) => Promise<Outcome>} */
export const trust = (id, trusted, reason) => edit(`/interviewers/${id}`, () => ({ trusted, reason }));

/** @type {(id: string, kind: string) => Promise<Outcome>} */
export const decide = (id, kind) =>
  edit(`/applications/${id}`, () => ({ outcome: kind === "none" ? null : { kind, at: new Date().toISOString() } }));

/** @type {(id: string, gone: Booked[], come: Booked[]) => Promise<Outcome>} */
export const reschedule = (id, gone, come) => edit(`/applications/${id}`, ({ interviews }) => ({ interviews: rebooked(interviews, gone, come) }));

const AGAIN_MS = 600_000;

/**
 * Add a thing; `made`: what of it is made in this moment. Where no answer came, the same said again within ten minutes is sent
 * word for word under the same id: the service may have it already, and then it is there once.
 * @type {(path: string, said: object, made?: object) => Promise<Outcome>}
 */
export const add = async (path, said, made = {}) => {
  const key = `unanswered:${JSON.stringify([path, said])}`;
  const earlier = /** @type {any} */ (await api.storage.session.get(key))[key];
  const thing = earlier && Date.now() - earlier.since < AGAIN_MS ? earlier.thing : { id: poise.words.uuid(), ...made, ...said };
  await api.storage.session.set({ [key]: { thing, since: Date.now() } });
  const outcome = await request("POST", path, thing);
  if (outcome.status) await api.storage.session.remove(key);
  return outcome;
};

/** `at`: when it was, if not now. */
/** @type {(who: string, kind: string, channel: string | null, at?: string | null) => Promise<Outcome>} */
export const log = (who, kind, channel, at) =>
  add("/interactions", { interviewer: who, kind, channel, ...(at && { at }) }, { at: new Date().toISOString() });

/** @type {(id: string) => Promise<Outcome>} */
export const forget = (id) => request("DELETE", `/interviewers/${id}`, undefined, { "If-Match": "*" });

/** Whose pages these are: this person's, or somebody else's of the same name. */
/** @type {(id: string, marks: string[], theirs: boolean) => Promise<Outcome>} */
export const own = (id, marks, theirs) =>
  edit(`/interviewers/${id}`, ({ profiles, not_profiles: others }) => {
    const without = (/** @type {string[]} */ all) => all.filter((one) => !marks.includes(one));
    return theirs
      ? { profiles: [...without(profiles), ...marks], not_profiles: without(others) }
      : { profiles: without(profiles), not_profiles: [...without(others), ...marks] };
  });

/** The answers "this is not them" are forgotten: where they may be meant again, it is asked again. */
/** @type {(id: string) => Promise<Outcome>} */
export const askAgain = (id) => edit(`/interviewers/${id}`, () => ({ not_profiles: [] }));

/** Bring back what was taken away, step by step as the service said. */
/** @type {(steps: { method: string, path: string, body: object }[]) => Promise<Outcome>} */
export const undo = async (steps) => {
  for (const { method, path, body } of steps) {
    const { wrong } = await request(method, path, body);
    if (wrong) return { wrong };
  }
  return {};
};

/** @type {(one: Booked) => (other: Booked) => boolean} */
const unlike = (one) => ({ starts, ends }) => Date.parse(starts) !== Date.parse(one.starts) || Date.parse(ends) !== Date.parse(one.ends);

/** Interviews without some and with others: what was done already, by a call whose answer was lost, is the same done again. */
/** @type {(all: Booked[], gone: Booked[], come: Booked[]) => Booked[]} */
export const rebooked = (all, gone, come) => [...[...gone, ...come].reduce((left, one) => left.filter(unlike(one)), all), ...come];

const HOUR = 3_600_000;

/** An interview from a local time as a form gives it; of an hour, where it is not known how many ms it `lasts`. */
/** @type {(local: string, lasts?: number) => Booked} */
export const bookedFrom = (local, lasts = HOUR) => {
  const starts = new Date(local);
  return { starts: starts.toISOString(), ends: new Date(starts.getTime() + lasts).toISOString() };
};
