// The snapshot of the service, as this browser keeps it: what content scripts read is made from it.
import { api } from "./api.js";
import { indexes, inTurn, tellTabs } from "./indexes.js";
import { kept } from "./kept.js";
import { takeMaps } from "./maps.js";
import { fitted } from "./room.js";
import { call, greet, Unavailable, understood } from "./service.js";

/** What is known of the snapshot as a whole: its tag, its age, the badge over time, and why it could not be renewed. */
/** @returns {Promise<{ meta: Meta | null, pause: Pause | null, trouble: string | null, quiet: boolean, notify: boolean }>} */
export const stored = async () => {
  const { meta, pause, trouble, quiet, notify } = await kept("meta", "pause", "trouble", "quiet", "notify");
  return { meta: meta ?? null, pause: pause ?? null, trouble: trouble ?? null, quiet: quiet ?? false, notify: notify ?? false };
};

/** What the browser does not take leaves what was kept before. */
/** @type {(record: object) => Promise<void>} */
const put = (record) => api.storage.local.set(record).catch(() => { throw new Unavailable("no_room"); });

/** @type {(snapshot: Snapshot, etag: string) => Promise<void>} */
const write = async ({ made_at, language, waiting, words, guarded }, etag) => {
  const made = Date.parse(made_at);
  const tables = await indexes(guarded, { made, language });
  const room = fitted(guarded, tables);
  if (!room) throw new Unavailable("no_room");
  const before = Object.keys(await api.storage.local.get(null)).filter((key) => key.startsWith("person:"));
  await put({ ...room.people, words });
  await put({ ...tables, meta: { etag, made, waiting, language, lean: room.lean } });
  await api.storage.local.remove(before.filter((key) => !(key in room.people)));
};

let asked = 0;
let newest = 0;

/** The number of a call for a snapshot: the later it is made, the higher. */
export const nextTurn = () => ++asked;

/** `turn`: the number of the call that it answers. What was asked for earlier and comes later is older than what is kept. */
/** @type {(snapshot: Snapshot, etag: string, turn: number) => Promise<void>} */
export const keep = (snapshot, etag, turn) =>
  inTurn(async () => {
    if (turn < newest) return;
    newest = turn;
    await write(snapshot, etag);
  });

/** All of it goes, and what is on its way by now is not kept when it comes. */
export const drop = () =>
  inTurn(async () => {
    newest = nextTurn();
    const names = Object.keys(await api.storage.local.get(null));
    await api.storage.local.remove(names.filter((key) => /^(person:|index:|meta|words|trouble)/.test(key)));
  });

/** What is kept is still as the service has it, if it is what was asked about. */
/** @type {(etag: string | undefined) => Promise<void>} */
export const confirm = (etag) =>
  inTurn(async () => {
    const { meta } = await kept("meta");
    if (meta && meta.etag === etag) await api.storage.local.set({ meta: { ...meta, made: Date.now() } });
  });

/** @type {(etag: string | undefined) => Record<string, string>} */
const tagged = (etag) => (etag ? { "If-None-Match": etag } : {});

const SNAPSHOT_MS = 60_000; // of ten thousand people it takes its time, and nobody waits for it

/** Ask for what changed; a service that is not there leaves the last snapshot standing and says why. */
export const renew = async () => {
  try {
    const { meta } = await stored();
    const language = poise.words.language();
    const known = meta?.language === language ? meta.etag : undefined;
    const turn = nextTurn();
    const answer = await call("GET", `/snapshot?language=${language}`, null, tagged(known), SNAPSHOT_MS);
    if (answer.status === 200) {
      understood(answer.body);
      await keep(answer.body, answer.headers.get("ETag") ?? "", turn);
    }
    if (answer.status === 304) await confirm(known);
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
  await takeMaps(answer.body.sites);
  await api.storage.local.set({ maps: answer.headers.get("ETag") });
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
