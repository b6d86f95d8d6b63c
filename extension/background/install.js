// The first minute: guard the tabs that are open already, and say hello.
import { api } from "./api.js";
import { kept } from "./kept.js";

/** A tab that was open before gets the content scripts now; where that fails, the popup says to reload it. */
export const armOpenTabs = async () => {
  const { content_scripts: scripts = [] } = api.runtime.getManifest();
  for (const { matches = [], js = [] } of scripts) {
    for (const { id } of await api.tabs.query({ url: matches })) {
      if (id === undefined) continue;
      await api.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: js, injectImmediately: true }).catch(() => null);
    }
  }
};

/** Once for each profile: an extension loaded from its folder is "installed" at every start of the browser. */
export const welcome = async () => {
  const { welcomed } = await kept("welcomed");
  if (welcomed) return;
  await api.storage.local.set({ welcomed: true });
  await api.tabs.create({ url: api.runtime.getURL("extension/pages/welcome.html") });
};
