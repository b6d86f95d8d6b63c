// A question in a small window of its own: where a page is left untouched, or takes the warning away.
import { api } from "./api.js";
import { tellTab } from "./telling.js";

const { say } = poise.words;
const SIZE = { width: 500, height: 620 };
const keyOf = (/** @type {number} */ id) => `window:${id}`;

/** In the middle of the window that the tab is in. */
/** @type {(tab: number) => Promise<{ left?: number, top?: number }>} */
const place = async (tab) => {
  const { windowId } = await api.tabs.get(tab);
  const { left = 0, top = 0, width = 0, height = 0 } = await api.windows.get(windowId);
  return { left: Math.round(left + (width - SIZE.width) / 2), top: Math.round(top + Math.max(0, height - SIZE.height) / 3) };
};

/** The question's window to the front, if it has one; answers whether it has. */
/** @type {(id: string) => Promise<boolean>} */
const raised = async (id) => {
  const all = await api.storage.session.get(null);
  const key = Object.keys(all).find((one) => one.startsWith("window:") && all[one] === id);
  if (!key) return false;
  const window = Number(key.slice("window:".length));
  try {
    const { state } = await api.windows.get(window);
    await api.windows.update(window, { focused: true, drawAttention: true, ...(state === "minimized" ? { state: "normal" } : {}) });
    return true;
  } catch {
    await api.storage.session.remove(key);
    return false;
  }
};

/** @type {(id: string, tab: number) => Promise<void>} */
const create = async (id, tab) => {
  const url = api.runtime.getURL(`extension/pages/warning.html#id=${id}`);
  const at = await place(tab).catch(() => ({}));
  const made = await api.windows.create({ url, type: "popup", ...SIZE, ...at });
  if (made?.id !== undefined) await api.storage.session.set({ [keyOf(made.id)]: id });
};

/** In one window, which comes to the front where it stands already. Where there can be none, the popup has the question, and that is said. */
/** @type {(id: string, tab: number) => Promise<void>} */
export const openApart = (id, tab) =>
  /** @type {Promise<any>} */ (navigator.locks.request("poise-windows", async () => {
    if (await raised(id)) return;
    await create(id, tab).catch(() => tellTab(tab, poise.saying.plain(say("askedInPopup"), say("askedInPopupWhy"))));
  }));

/** The question that stood in a window, now closed. */
/** @type {(window: number) => Promise<string | null>} */
export const questionIn = async (window) => {
  const stored = await api.storage.session.get(keyOf(window));
  await api.storage.session.remove(keyOf(window));
  return /** @type {string | undefined} */ (stored[keyOf(window)]) ?? null;
};
