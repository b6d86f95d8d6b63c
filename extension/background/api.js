// The browser's own interface, by the one name that both browsers give promises for.

/** @type {typeof chrome} */
export const api = /** @type {any} */ (globalThis).browser ?? globalThis.chrome;
