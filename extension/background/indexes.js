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

/** @type {(everybody: Guarded[], site: string) => Pick<Index, "ids" | "names" | "people">} */
const whoIsOn = (everybody, site) => {
  const found = /** @type {ReturnType<typeof whoIsOn>} */ ({ ids: {}, names: {}, people: {} });
  for (const guarded of everybody) {
    const identities = guarded.identities.filter((identity) => identity.startsWith(`${site}:`) || poise.access.isOn(identity, site));
    const tells = [...new Set(identities.map(poise.identity.tells))];
    found.people[guarded.id] = { name: guarded.name, not: guarded.not_identities, tells, periods: periodsOn(guarded, site) };
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

const keys = () => poise.sites.map(({ site }) => `index:${site}`);

/** A site that is seen from now on gets its index, out of what is kept; of one that is no longer, nothing is left to read. */
export const reindex = async () => {
  const all = await api.storage.local.get(null);
  const { meta } = /** @type {Kept} */ (all);
  const everybody = Object.keys(all).filter((key) => key.startsWith("person:")).map((key) => /** @type {Guarded} */ (all[key]));
  const made = meta ? await indexes(everybody, meta) : {};
  await api.storage.local.set(made);
  await api.storage.local.remove(keys().filter((key) => !(key in made)));
};

/** What the user set in this browser reaches the tabs by the indexes. */
/** @type {(part: Partial<Index>) => Promise<void>} */
export const tellTabs = async (part) => {
  const standing = await api.storage.local.get(keys());
  for (const index of Object.values(standing)) Object.assign(/** @type {Index} */ (index), part);
  await api.storage.local.set(standing);
};
