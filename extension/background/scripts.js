// The content scripts, where the manifest does not bring them: on sites that the user was asked for, and in tabs that were open before.
import { freshen, turn } from "./alarms.js";
import { api } from "./api.js";
import { reindex } from "./indexes.js";

/** The files of the content scripts, from the root on; Firefox's manifest has whole addresses. */
const FILES = (api.runtime.getManifest().content_scripts ?? [])
  .flatMap(({ js = [] }) => js)
  .map((file) => new URL(file, api.runtime.getURL("")).pathname.slice(1));

/** @type {(site: SiteListed) => chrome.scripting.RegisteredContentScript} */
const scriptsOf = (site) => ({
  id: site.site, matches: site.origins, js: FILES, runAt: "document_start", allFrames: true, matchOriginAsFallback: true,
});

/** Bring what is registered in line with what is allowed; scripts of an older version are replaced with it. */
const registerScripts = () =>
  navigator.locks.request("poise-scripts", async () => {
    const seen = await poise.access.seen();
    await api.scripting.unregisterContentScripts();
    await api.scripting.registerContentScripts(poise.sites.filter(({ site, asked }) => asked && seen.includes(site)).map(scriptsOf));
  });

/** A tab that was open before gets the content scripts now; where that fails, the popup says to reload it. */
const armOpenTabs = async () => {
  for (const { id } of await api.tabs.query({ url: poise.sites.flatMap(({ origins }) => origins) })) {
    if (id === undefined) continue;
    await api.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: FILES, injectImmediately: true }).catch(() => null);
  }
};

/** What a browser lets us see has changed: a site that is allowed is guarded at once, one that is withdrawn left alone at once. */
export const settleSites = async () => {
  await registerScripts();
  const whole = await reindex();
  await armOpenTabs();
  await (whole ? turn() : freshen());
};
