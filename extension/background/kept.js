// What is kept in storage.local, by name, with its shape.
import { api } from "./api.js";

/** @type {(...names: (keyof Kept)[]) => Promise<Kept>} */
export const kept = (...names) => /** @type {Promise<Kept>} */ (api.storage.local.get(names));

/** The people and companies of the last snapshot, out of all that is kept. */
/** @type {(all: Record<string, unknown>) => Guarded[]} */
export const everybodyIn = (all) => Object.keys(all).filter((key) => key.startsWith("person:")).map((key) => /** @type {Guarded} */ (all[key]));
