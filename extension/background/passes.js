// Whom the user let something go to: what the site then sends is no surprise.
import { api } from "./api.js";

const LASTS_MS = 11 * 60_000; // a little longer than a pass and what it opened

/** @type {(whom: string) => string} */
const keyOf = (whom) => `passed:${whom}`;

/** @type {(whom: string) => Promise<void>} */
export const letPass = (whom) => api.storage.session.set({ [keyOf(whom)]: Date.now() });

/** @type {(whom: string) => Promise<boolean>} */
export const hasPassed = async (whom) => {
  const stored = await api.storage.session.get(keyOf(whom));
  return Date.now() - Number(stored[keyOf(whom)] ?? 0) < LASTS_MS;
};
