// The site maps as they came with the package: the floor, for a browser that has not met the service yet.
import { api } from "./api.js";

/** @type {(site: string) => Promise<SiteMap>} */
const read = async (site) => (await fetch(api.runtime.getURL(`extension/maps/${site}.json`))).json();

export const shipMaps = async () => {
  const maps = await Promise.all(poise.sites.map(({ site }) => read(site)));
  await api.storage.local.set(Object.fromEntries(maps.map((map) => [`map:${map.site}`, map])));
  await api.storage.local.remove("maps");
};
