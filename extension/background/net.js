// The net behind the held click: an invitation that went past the guard is told at once, with the way to take it back.
// It only looks on, and only at the few requests that the maps name; everything else a page sends is never shown to us.
import { api } from "./api.js";
import { hasPassed } from "./passes.js";
import { sent } from "./sent.js";
import { tellTab } from "./telling.js";

/** @typedef {{ site: string, action: string, to: string }} Shape */
/** @typedef {{ tabId: number, requestBody?: { raw?: { bytes?: ArrayBuffer }[] } | null }} Details */

const { say } = poise.words;

/** What was sent, as text; null where the browser cannot show it. */
/** @type {(details: Details) => string | null} */
const textOf = ({ requestBody }) => {
  const parts = requestBody?.raw ?? [{}];
  return parts.every(({ bytes }) => bytes) ? parts.map(({ bytes }) => new TextDecoder().decode(bytes)).join("") : null;
};

/** Whoever the text names, by id or by an address of theirs. */
/** @type {(map: SiteMap, text: string) => string[]} */
const namedIn = (map, text) => {
  const people = [...text.matchAll(/https:\/\/[^\s"\\]+/g)].map(([url]) => poise.identity.identify([map], url));
  return [...poise.identity.idsIn(map, text), ...people.flatMap((one) => (one ? [one.url, ...one.ids] : []))];
};

/** Where the body cannot be read, it is taken to be about the page's person: better told in vain than not at all. */
/** @type {(map: SiteMap, details: Details) => Promise<string[]>} */
const marksOf = async (map, details) => {
  const text = textOf(details);
  if (text !== null) return namedIn(map, text);
  const { url = "" } = await api.tabs.get(details.tabId);
  const person = poise.identity.identify([map], url);
  return person ? [person.url, ...person.ids] : [];
};

/** @type {(shape: Shape, details: Details) => Promise<void>} */
const look = async ({ site, action }, details) => {
  const stored = await api.storage.local.get([`index:${site}`, `map:${site}`]);
  const index = /** @type {Index | undefined} */ (stored[`index:${site}`]);
  const map = /** @type {SiteMap | undefined} */ (stored[`map:${site}`]);
  if (!index || !map || details.tabId < 0) return;
  const target = { url: null, name: null, ids: await marksOf(map, details) };
  /** @type {Use} */
  const use = { site, control: "request", action, gate: "last", key: "", target, own: target, belongs: false, mentions: [], withNote: false, text: null, vain: false };
  const { whom, level } = poise.snapshot.look(index, use, target, Date.now());
  if (!whom || level !== "hold" || (await hasPassed({ whom, site, action }))) return;
  await sent({ whom, action, site });
  const { name } = index.people[whom];
  await tellTab(details.tabId, poise.saying.plain(say("slipped", name), say("slippedWhy", name)));
};

/** One listener a request, registered at once, so that the browser can wake this for each of them. */
export const cast = () => {
  for (const { site, request } of poise.sites) {
    for (const shape of request) {
      api.webRequest.onBeforeRequest.addListener((details) => void look({ site, ...shape }, details), { urls: [shape.to] }, ["requestBody"]);
    }
  }
};
