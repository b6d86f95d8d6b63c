// What is kept in storage.local, by name, with its shape.
import { api } from "./api.js";

/** @type {(...names: (keyof Kept)[]) => Promise<Kept>} */
export const kept = (...names) => /** @type {Promise<Kept>} */ (api.storage.local.get(names));
