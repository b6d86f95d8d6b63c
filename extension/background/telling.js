// A word to whoever looks at a tab: at the edge of the page; on the toolbar where the page is left alone, or nothing of ours is in it.
import { api } from "./api.js";
import { kept } from "./kept.js";
import { advise } from "./toolbar.js";

/** @type {(tab: number, saying: Saying) => Promise<void>} */
export const tellTab = async (tab, saying) => {
  const { quiet } = await kept("quiet");
  const shown = !quiet && (await api.tabs.sendMessage(tab, { kind: "advice", saying }, { frameId: 0 }).catch(() => false));
  if (!shown) await advise({ saying }, { tab: /** @type {chrome.tabs.Tab} */ ({ id: tab }) });
};
