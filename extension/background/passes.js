// What the user let go to whom: that the site then sends it is no surprise.
import { api } from "./api.js";

const LASTS_MS = 11 * 60_000; // a little longer than a pass and what it opened

/** @typedef {{ whom: string, site: string, action: string }} Passing */

/** @type {(passing: Passing) => string} */
const keyOf = ({ whom, site, action }) => `passed:${site}.${action}:${whom}`;

/** @type {(passing: Passing) => Promise<void>} */
export const letPass = (passing) => api.storage.session.set({ [keyOf(passing)]: Date.now() });

/** @type {(passing: Passing) => Promise<boolean>} */
export const hasPassed = async (passing) => {
  const key = keyOf(passing);
  const stored = await api.storage.session.get(key);
  return Date.now() - Number(stored[key] ?? 0) < LASTS_MS;
};
