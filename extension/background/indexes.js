// What content scripts read at once: who is guarded on each site that the browser lets us see. The rest of a person is read when needed.
import { api } from "./api.js";
import { kept } from "./kept.js";

/** @type {(guarded: Guarded, site: string) => Record<string, Period[]>} */
const periodsOn = ({ verdicts }, site) =>
  Object.fromEntries(
    Object.entries(verdicts)
      .filter(([question]) => question.startsWith(`${site}.`))
      .map(([question, timeline]) => [
        question, timeline.map(({ from, verdict, rule }) => /** @type {Period} */ ([Date.parse(from), verdict, rule ?? null])),
      ]),
  );

/** Each different one once, and where: most people stand alike. */
const sharing = () => {
  const periods = /** @type {Index["periods"]} */ ([]);
  const places = /** @type {Map<string, number>} */ (new Map());
  /** @type {(one: Index["periods"][number]) => number} */
  const place = (one) => {
    const key = JSON.stringify(one);
    if (!places.has(key)) places.set(key, periods.push(one) - 1);
    return /** @type {number} */ (places.get(key));
  };
  return { periods, place };
};

/** @type {(everybody: Guarded[], site: string) => Pick<Index, "ids" | "names" | "people" | "periods">} */
const whoIsOn = (everybody, site) => {
  const { periods, place } = sharing();
  const found = /** @type {ReturnType<typeof whoIsOn>} */ ({ ids: {}, names: {}, people: {}, periods });
  for (const guarded of everybody) {
    const identities = guarded.identities.filter((identity) => identity.startsWith(`${site}:`) || poise.access.isOn(identity, site));
    const tells = [...new Set(identities.map(poise.identity.tells))];
    found.people[guarded.id] = { name: guarded.name, not: guarded.not_identities, tells, periods: place(periodsOn(guarded, site)) };
    for (const identity of identities) found.ids[identity] = guarded.id;
    found.names[poise.labels.normalise(guarded.name)] = guarded.id;
  }
  return found;
};

/** @type {(everybody: Guarded[], of: { made: number, language: string }) => Promise<Record<string, Index>>} */
export const indexes = async (everybody, { made, language }) => {
  const { pause = null, quiet = false } = await kept("pause", "quiet");
  const sites = await poise.access.seen();
  return Object.fromEntries(sites.map((site) => [`index:${site}`, { made, language, paused: pause, quiet, ...whoIsOn(everybody, site) }]));
};

/** @type {(all: Record<string, unknown>) => Guarded[]} */
const everybodyIn = (all) => Object.keys(all).filter((key) => key.startsWith("person:")).map((key) => /** @type {Guarded} */ (all[key]));

const keys = () => poise.sites.map(({ site }) => `index:${site}`);

/**
 * A site that is seen from now on gets its index, out of what is kept; of one that is no longer, nothing is left to read.
 * Answers whether that could be done here: where people are kept lean, the next snapshot has to be taken whole.
 * @type {() => Promise<boolean>}
 */
export const reindex = async () => {
  const all = await api.storage.local.get(null);
  const { meta } = /** @type {Kept} */ (all);
  const seen = meta ? (await poise.access.seen()).map((site) => `index:${site}`) : [];
  await api.storage.local.remove(keys().filter((key) => !seen.includes(key)));
  if (meta?.lean) await api.storage.local.set({ meta: { ...meta, etag: "" } });
  else if (meta) await api.storage.local.set(await indexes(everybodyIn(all), meta));
  return !meta?.lean;
};

/** What the user set in this browser reaches the tabs by the indexes. */
/** @type {(part: Partial<Index>) => Promise<void>} */
export const tellTabs = async (part) => {
  const standing = await api.storage.local.get(keys());
  for (const index of Object.values(standing)) Object.assign(/** @type {Index} */ (index), part);
  await api.storage.local.set(standing);
};
