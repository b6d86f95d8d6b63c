// The content scripts of the sites that the user is asked for: registered while the browser lets us see them.
import { api } from "./api.js";

const { matches: ALWAYS = [], js: SCRIPTS = [] } = (api.runtime.getManifest().content_scripts ?? [])[0] ?? {};

/** The origins of all sites that are seen now. */
const origins = async () => {
  const seen = await poise.access.seen();
  return poise.sites.filter(({ site }) => seen.includes(site)).flatMap((one) => one.origins);
};

/** @type {(site: SiteListed) => chrome.scripting.RegisteredContentScript} */
const scriptsOf = (site) => ({
  id: site.site, matches: site.origins, js: SCRIPTS, runAt: "document_start", allFrames: true, matchOriginAsFallback: true,
});

/** Bring what is registered in line with what is allowed; scripts of an older version are replaced with it. */
export const registerScripts = () =>
  navigator.locks.request("poise-scripts", async () => {
    const seen = await poise.access.seen();
    await api.scripting.unregisterContentScripts();
    await api.scripting.registerContentScripts(poise.sites.filter(({ site, asked }) => asked && seen.includes(site)).map(scriptsOf));
  });

/** A tab that was open before gets the content scripts now; where that fails, the popup says to reload it. */
export const armOpenTabs = async () => {
  for (const { id } of await api.tabs.query({ url: [...new Set([...ALWAYS, ...(await origins())])] })) {
    if (id === undefined) continue;
    await api.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: SCRIPTS, injectImmediately: true }).catch(() => null);
  }
};
