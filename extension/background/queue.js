// What happened while the service was not there: kept in order, delivered once each, never dropped.
import { api } from "./api.js";
import { kept } from "./kept.js";
import { call, Unavailable } from "./service.js";

/** @typedef {{ method: string, path: string, body: object }} Letter the body carries an id of ours, so a second delivery is the same thing */

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

/** Whether this letter is done with: taken, or refused for good. A full disk is remembered, to be said. */
/** @type {(letter: Letter) => Promise<boolean>} */
const delivered = async ({ method, path, body }) => {
  try {
    const { status } = await call(method, path, body);
    await api.storage.local.set({ full: status === FULL });
    return !later(status);
  } catch (error) {
    if (error instanceof Unavailable) return false;
    throw error;
  }
};

/** Send what waits, oldest first; stop at the first that is not taken yet. One round at a time, while others go on writing. */
export const deliver = () =>
  navigator.locks.request("poise-delivery", async () => {
    for (let [oldest] = await read(); oldest && (await delivered(oldest)); [oldest] = await read()) {
      await rewrite((letters) => letters.slice(1));
    }
  });

export const length = async () => (await read()).length;
