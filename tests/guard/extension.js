// A browser's storage, locks and words, without a browser: each call takes a moment, so that what is not done in turn gets in its own way.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const moment = () => new Promise((resolve) => setImmediate(resolve));

/** Values go in and come out as copies, as in a browser. */
export const area = (kept = {}) => ({
  kept,
  async get(names) {
    await moment();
    const wanted = names === null ? Object.keys(kept) : [names].flat();
    return structuredClone(Object.fromEntries(wanted.filter((name) => name in kept).map((name) => [name, kept[name]])));
  },
  async set(more) {
    const copy = structuredClone(more);
    await moment();
    Object.assign(kept, copy);
  },
  async remove(names) {
    await moment();
    for (const name of [names].flat()) delete kept[name];
  },
});

const held = new Map();
const locks = {
  async request(name, work) {
    const before = held.get(name) ?? Promise.resolve();
    const done = before.then(work);
    held.set(name, done.catch(() => null));
    return done;
  },
};

export const local = area();
export const session = area();
const words = JSON.parse(readFileSync(new URL("../../_locales/en/messages.json", import.meta.url), "utf8"));
globalThis.browser = {
  storage: { local, session }, permissions: { contains: async () => true },
  i18n: { getMessage: (key) => words[key]?.message ?? "" }, runtime: { id: "poise", getURL: (path) => `extension:/${path}` },
};
Object.defineProperty(globalThis, "navigator", { value: { locks }, configurable: true });

export const load = (...files) => {
  for (const file of files) vm.runInThisContext(readFileSync(new URL(`../../extension/${file}.js`, import.meta.url), "utf8"));
};
