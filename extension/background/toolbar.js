// What the toolbar says for one tab in quiet mode, where nothing is put into the page: the mark, and a hint.
import { api } from "./api.js";

const { apart, say } = poise.words;
const ICON = "extension/icons/poise";
/** @type {(name: string) => Record<string, string>} */
const icons = (name) => ({ 16: `/${ICON}${name}-16.png`, 32: `/${ICON}${name}-32.png` });

/** @type {(tab: number) => string} */
const adviceOf = (tab) => `advice:${tab}`;

/** Of a tab that is gone meanwhile nothing has to be said. */
/** @type {(work: Promise<unknown>) => Promise<unknown>} */
const ifThere = (work) => work.catch(() => null);

/** @typedef {{ name: string, stage: string, day: number | null } | null} Mark */

/** Who the tab is about, in the icon's tooltip. */
/** @type {(message: { mark: Mark }, sender: chrome.runtime.MessageSender) => Promise<void>} */
export const mark = async ({ mark: shown }, { tab }) => {
  if (tab?.id === undefined) return;
  const day = shown && shown.day !== null ? [say("dayNumber", shown.day)] : [];
  // No words of its own would be words all the same, and empty ones: the tab says again what is said of all.
  const title = shown ? [apart(shown.name), say(`stage_${shown.stage}`), ...day].join(" · ") : await api.action.getTitle({});
  await ifThere(api.action.setTitle({ tabId: tab.id, title }));
};

/** A hint: a dot on the icon, its first line in the tooltip, all of it in the popup. */
/** @type {(message: { saying: Saying }, sender: chrome.runtime.MessageSender) => Promise<void>} */
export const advise = async ({ saying }, { tab }) => {
  if (tab?.id === undefined) return;
  await api.storage.session.set({ [adviceOf(tab.id)]: { saying, at: Date.now() } });
  await ifThere(api.action.setTitle({ tabId: tab.id, title: saying.headline }));
  await ifThere(api.action.setIcon({ tabId: tab.id, path: icons("-hint") }));
};

/** The hint was read. */
/** @type {(message: { tab: number }) => Promise<void>} */
export const advised = async ({ tab }) => {
  await api.storage.session.remove(adviceOf(tab));
  await ifThere(api.action.setIcon({ tabId: tab, path: icons("") }));
  await ifThere(api.action.setTitle({ tabId: tab, title: await api.action.getTitle({}) }));
};
