// The snapshot of the service, kept so that content scripts read little: an index per site, a key per person.
import { api } from "./api.js";
import { kept } from "./kept.js";
import { call, greet, Unavailable, understood } from "./service.js";

export const SITES = ["linkedin", "facebook"];

/** What is known of the snapshot as a whole: its tag, its age, the badge over time, and why it could not be renewed. */
/** @returns {Promise<{ meta: Meta | null, pause: Pause | null, trouble: string | null, quiet: boolean, notify: boolean }>} */
export const stored = async () => {
  const { meta, pause, trouble, quiet, notify } = await kept("meta", "pause", "trouble", "quiet", "notify");
  return { meta: meta ?? null, pause: pause ?? null, trouble: trouble ?? null, quiet: quiet ?? false, notify: notify ?? false };
};

/** @type {(guarded: Guarded, site: string) => Record<string, Period[]>} */
const periodsOn = ({ verdicts }, site) =>
  Object.fromEntries(
    Object.entries(verdicts)
      .filter(([question]) => question.startsWith(`${site}.`))
      .map(([question, timeline]) => [
        question, timeline.map(({ from, verdict, rule }) => /** @type {Period} */ ([Date.parse(from), verdict, rule ?? null])),
      ]),
  );

/** @type {(identity: string, site: string) => boolean} */
const isOn = (identity, site) => identity.startsWith(`${site}:`) || new RegExp(`^https://www\\.${site}\\.com/`).test(identity);

/** @type {(snapshot: Snapshot, site: string, pause: Pause | null, quiet: boolean) => Index} */
const indexOf = (snapshot, site, pause, quiet) => {
  /** @type {Index} */
  const index = {
    made: Date.parse(snapshot.made_at), language: snapshot.language, paused: pause, quiet, ids: {}, names: {}, unplaced: {}, people: {},
  };
  for (const guarded of snapshot.guarded) {
    const periods = periodsOn(guarded, site);
    const identities = guarded.identities.filter((identity) => isOn(identity, site));
    index.people[guarded.id] = { name: guarded.name, not: guarded.not_identities, periods };
    for (const identity of identities) index.ids[identity] = guarded.id;
    const name = poise.labels.normalise(guarded.name);
    index.names[name] = guarded.id;
    if (!identities.length) index.unplaced[name] = guarded.id;
  }
  return index;
};

/** @type {(snapshot: Snapshot, etag: string) => Promise<void>} */
const keep = async (snapshot, etag) => {
  const { pause, quiet } = await kept("pause", "quiet");
  const before = Object.keys(await api.storage.local.get(null)).filter((key) => key.startsWith("person:"));
  const people = Object.fromEntries(snapshot.guarded.map((guarded) => [`person:${guarded.id}`, guarded]));
  await api.storage.local.set({ ...people, words: snapshot.words });
  await api.storage.local.set({
    ...Object.fromEntries(SITES.map((site) => [`index:${site}`, indexOf(snapshot, site, pause ?? null, quiet ?? false)])),
    meta: { etag, made: Date.parse(snapshot.made_at), waiting: snapshot.waiting, language: snapshot.language },
  });
  await api.storage.local.remove(before.filter((key) => !(key in people)));
};

/** @type {(etag: string | undefined) => Record<string, string>} */
const tagged = (etag) => (etag ? { "If-None-Match": etag } : {});

const SNAPSHOT_MS = 60_000; // of ten thousand people it takes its time, and nobody waits for it

/** Ask for what changed; a service that is not there leaves the last snapshot standing and says why. */
export const renew = async () => {
  try {
    const { meta } = await stored();
    const language = poise.words.language();
    const known = meta?.language === language ? meta.etag : undefined;
    const answer = await call("GET", `/snapshot?language=${language}`, null, tagged(known), SNAPSHOT_MS);
    if (answer.status === 200) {
      understood(answer.body);
      await keep(answer.body, answer.headers.get("ETag") ?? "");
    }
    if (answer.status === 304 && meta) await api.storage.local.set({ meta: { ...meta, made: Date.now() } });
    await api.storage.local.remove("trouble");
    await renewMaps();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    await api.storage.local.set({ trouble: await reason(error) });
  }
};

/** A service of another time may refuse the key as well: then it is not the key that has to be mended. */
/** @type {(error: Unavailable) => Promise<string>} */
const reason = async ({ why }) => {
  if (why !== "refused") return why;
  try {
    await greet();
    return why;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return error.why;
  }
};

/** The maps in the package are the floor; the service's own replace them when they are newer. */
const renewMaps = async () => {
  const { maps } = await kept("maps");
  const answer = await call("GET", "/sites", null, tagged(maps));
  if (answer.status !== 200) return;
  const newer = Object.fromEntries(answer.body.sites.map((/** @type {SiteMap} */ map) => [`map:${map.site}`, map]));
  await api.storage.local.set({ ...newer, maps: answer.headers.get("ETag") });
};

/** What the user set in this browser reaches the tabs by the indexes. */
/** @type {(part: Partial<Index>) => Promise<void>} */
const tellTabs = async (part) => {
  const indexes = await api.storage.local.get(SITES.map((site) => `index:${site}`));
  for (const index of Object.values(indexes)) Object.assign(/** @type {Index} */ (index), part);
  await api.storage.local.set(indexes);
};

/** @type {(pause: Pause | null) => Promise<void>} */
export const setPause = async (pause) => {
  await api.storage.local.set({ pause });
  await tellTabs({ paused: pause });
};

/** @type {(quiet: boolean) => Promise<void>} */
export const setQuiet = async (quiet) => {
  await api.storage.local.set({ quiet });
  await tellTabs({ quiet });
};
