// What content scripts read at once: who is guarded on each site that the browser lets us see. The rest of a person is read when needed.
import { api } from "./api.js";
import { everybodyIn, kept } from "./kept.js";

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

/** What an older version remembered of a name was folded otherwise. @type {(mark: string) => string} */
const refolded = (mark) => (mark.startsWith("name:") ? `name:${poise.labels.folded(mark.slice(5))}` : mark);

/** @type {(everybody: Guarded[]) => Index["names"]} */
const called = (everybody) => {
  const names = /** @type {Map<string, string[]>} */ (new Map());
  for (const { id, kind, name } of everybody) {
    const key = kind === "company" ? `company:${poise.labels.foldedCompany(name)}` : poise.labels.folded(name);
    const ids = names.get(key) ?? [];
    ids.push(id);
    names.set(key, ids);
  }
  return Object.fromEntries(names);
};

/** @type {(everybody: Guarded[], site: string) => Pick<Index, "ids" | "names" | "people" | "periods">} */
const whoIsOn = (everybody, site) => {
  const { periods, place } = sharing();
  const found = /** @type {ReturnType<typeof whoIsOn>} */ ({ ids: {}, names: called(everybody), people: {}, periods });
  for (const guarded of everybody) {
    const identities = guarded.identities.filter((identity) => identity.startsWith(`${site}:`) || poise.access.isOn(identity, site));
    const tells = [...new Set(identities.map(poise.identity.tells))];
    found.people[guarded.id] = { name: guarded.name, not: guarded.not_identities.map(refolded), tells, periods: place(periodsOn(guarded, site)) };
    for (const identity of identities) found.ids[identity] = guarded.id;
  }
  return found;
};

/** @type {(everybody: Guarded[], of: { made: number, language: string }) => Promise<Record<string, Index>>} */
export const indexes = async (everybody, { made, language }) => {
  const { pause = null, quiet = false } = await kept("pause", "quiet");
  const sites = await poise.access.seen();
  return Object.fromEntries(sites.map((site) => [`index:${site}`, { made, language, paused: pause, quiet, ...whoIsOn(everybody, site) }]));
};

/** Whoever writes indexes does it in turn: each of them goes by what it read before. */
/** @type {<T>(work: () => Promise<T>) => Promise<T>} */
export const inTurn = (work) => /** @type {Promise<any>} */ (navigator.locks.request("poise-indexes", work));

const keys = () => poise.sites.map(({ site }) => `index:${site}`);

/**
 * A site that is seen from now on gets its index, out of what is kept; of one that is no longer, nothing is left to read.
 * Answers whether that could be done here: where people are kept lean, the next snapshot has to be taken whole.
 * @type {() => Promise<boolean>}
 */
export const reindex = () =>
  inTurn(async () => {
    const all = await api.storage.local.get(null);
    const { meta } = /** @type {Kept} */ (all);
    const seen = meta ? (await poise.access.seen()).map((site) => `index:${site}`) : [];
    await api.storage.local.remove(keys().filter((key) => !seen.includes(key)));
    if (meta?.lean) await api.storage.local.set({ meta: { ...meta, etag: "" } });
    else if (meta) await api.storage.local.set(await indexes(everybodyIn(all), meta));
    return !meta?.lean;
  });

/** "This is not them" holds in every tab, also while the service cannot be told; its next snapshot has it as well. */
/** @type {(asking: Asking) => Promise<void>} */
export const deny = (asking) =>
  inTurn(async () => {
    const name = /** @type {const} */ (`person:${asking.whom}`);
    const { [name]: person, ...standing } = /** @type {Record<string, any>} */ (await api.storage.local.get([name, ...keys()]));
    for (const index of Object.values(standing)) poise.snapshot.deny(/** @type {Index} */ (index), asking);
    if (!person) return;
    person.not_identities.push(...poise.snapshot.marksOf(asking.target));
    await api.storage.local.set({ ...standing, [name]: person });
  });

/** What the user set in this browser reaches the tabs by the indexes. */
/** @type {(part: Partial<Index>) => Promise<void>} */
export const tellTabs = (part) =>
  inTurn(async () => {
    const standing = await api.storage.local.get(keys());
    for (const index of Object.values(standing)) Object.assign(/** @type {Index} */ (index), part);
    await api.storage.local.set(standing);
  });
