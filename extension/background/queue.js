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

/** Written down before it is sent: a worker that is ended in between loses nothing. */
/** @type {(letter: Letter) => Promise<void>} */
export const post = async (letter) => {
  await alone(async () => api.storage.local.set({ [KEY]: [...(await read()), letter] }));
  await deliver();
};

/** Send what waits, oldest first; stop at the first that finds nobody there. */
export const deliver = () =>
  alone(async () => {
    for (let waiting = await read(); waiting.length; waiting = waiting.slice(1)) {
      try {
        await call(waiting[0].method, waiting[0].path, waiting[0].body);
      } catch (error) {
        if (error instanceof Unavailable) return;
        throw error;
      }
      await api.storage.local.set({ [KEY]: waiting.slice(1) });
    }
  });

export const length = async () => (await read()).length;
