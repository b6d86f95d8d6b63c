// Where the site maps no longer fit: kinds of pages whose canary was silent. Forgotten when it is heard, and with a newer map.
import { api } from "./api.js";
import { kept } from "./kept.js";

/** What a look at a page came to: the canaries that should be there and are not, under which version of the map. */
/** @typedef {{ site: string, page: string, version: string, missing: string[] }} Look */

/** @type {(look: Look) => Promise<void>} */
export const heard = async ({ site, page, version, missing }) => {
  const { silent = {} } = await kept("silent");
  const name = `${site}:${page}`;
  if (!missing.length && !(name in silent)) return;
  const others = Object.fromEntries(Object.entries(silent).filter(([key]) => key !== name));
  await api.storage.local.set({ silent: missing.length ? { ...others, [name]: version } : others });
};

/** The sites of which some kind of page is not recognised, by the map of today. */
/** @type {() => Promise<string[]>} */
export const silentSites = async () => {
  const { silent = {} } = await kept("silent");
  const places = Object.entries(silent).map(([name, version]) => ({ site: name.split(":")[0], version }));
  const maps = await api.storage.local.get(places.map(({ site }) => `map:${site}`));
  const current = places.filter(({ site, version }) => /** @type {SiteMap | undefined} */ (maps[`map:${site}`])?.version === version);
  return [...new Set(current.map(({ site }) => site))];
};
