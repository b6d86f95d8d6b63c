// What happened while the service was not there: kept in order, delivered once each, never dropped without a word.
import { api } from "./api.js";
import { kept } from "./kept.js";
import { call, Unavailable } from "./service.js";

const KEY = "queue";

/** @type {() => Promise<Letter[]>} */
const read = async () => (await kept(KEY))[KEY] ?? [];

/** @type {<T>(work: () => Promise<T>) => Promise<T>} */
const alone = (work) => /** @type {Promise<any>} */ (navigator.locks.request("poise-queue", work));

/** @type {(change: (letters: Letter[]) => Letter[]) => Promise<void>} */
const rewrite = (change) => alone(async () => api.storage.local.set({ [KEY]: change(await read()) }));

/** Written down before it is sent: a worker that is ended in between loses nothing. */
/** @type {(letter: Letter) => Promise<void>} */
export const write = (letter) => rewrite((letters) => [...letters, letter]);

/** @type {(letter: Letter) => Promise<void>} */
export const post = async (letter) => {
  await write(letter);
  await deliver();
};

/** Too busy, or unable to write just now: it may take later what it does not take yet. */
/** @type {(status: number) => boolean} */
const later = (status) => status === 429 || status >= 500;

const FULL = 507;

/** Whom it is about was forgotten meanwhile, or it is known already: there is nothing to be told any more. */
const SETTLED = [404, 409, 412];
const SAID_FOR_MS = 2 * 86_400_000;

/** What the service will not take later either is lost: that is remembered, to be said. */
/** @type {(letter: Letter, status: number) => Promise<void>} */
const mind = async ({ body: { at } }, status) => {
  if (status >= 400 && !SETTLED.includes(status)) await api.storage.local.set({ lost: { at, until: Date.now() + SAID_FOR_MS } });
};

/** What the service answered, or null where it was not there. */
/** @type {(letter: Letter) => Promise<number | null>} */
const send = async ({ method, path, body }) => {
  try {
    return (await call(method, path, body)).status;
  } catch (error) {
    if (error instanceof Unavailable) return null;
    throw error;
  }
};

/** The queue is written anew only so often: what was delivered, and not struck off when this is ended, is delivered again. */
const AT_ONCE = 20;

/** Send some, oldest first, and strike off those that were taken, or refused for good. Answers whether all of them were. A full disk is remembered, to be said. */
/** @type {(letters: Letter[]) => Promise<boolean>} */
const sendSome = async (letters) => {
  let done = 0;
  let status = null;
  for (const letter of letters) {
    status = await send(letter);
    if (status === null || later(status)) break;
    await mind(letter, status);
    done += 1;
  }
  if (status !== null) await api.storage.local.set({ full: status === FULL });
  if (done) await rewrite((all) => all.slice(done));
  return done === letters.length;
};

/** Send what waits, up to what is not taken yet. One round at a time, while others go on writing. */
export const deliver = () =>
  navigator.locks.request("poise-delivery", async () => {
    const next = async () => (await read()).slice(0, AT_ONCE);
    for (let some = await next(); some.length && (await sendSome(some)); some = await next());
  });

export const length = async () => (await read()).length;
