// The first minute: guard the tabs that are open already, and say hello.
import { api } from "./api.js";

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

export const welcome = () => api.tabs.create({ url: api.runtime.getURL("extension/pages/welcome.html") });
