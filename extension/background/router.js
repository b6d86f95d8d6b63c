// Every message by its kind, and who may send it: a content script asks about its own page, our pages do the rest.
import { api } from "./api.js";
import { freshen, turn } from "./alarms.js";
import { heard, silentSites } from "./canary.js";
import { kept } from "./kept.js";
import { brokenMaps } from "./maps.js";
import { connect, lookAgain } from "./native.js";
import { setNotify } from "./notify.js";
import { pair, unpair } from "./pairing.js";
import { length } from "./queue.js";
import { ask, choose, judge, settle } from "./questions.js";
import { call, Unavailable } from "./service.js";
import { noticed } from "./noticed.js";
import { proofread } from "./proofreading.js";
import { sent } from "./sent.js";
import { settleSites } from "./scripts.js";
import { setPause, setQuiet, stored } from "./snapshot.js";
import { advise, advised, mark } from "./toolbar.js";

/** @typedef {chrome.runtime.MessageSender} Sender */
/** @typedef {Record<string, (message: any, sender: Sender) => Promise<any>>} Handlers */

/** What is written changes nothing of what is guarded. */
const ABOUT_NOTES = /^\/(notes|drafts)(\/|$)/;
const PAGES = ["popup", "dashboard", "note", "options", "welcome"];

/** @type {(message: { page: string, id?: string }) => Promise<void>} */
const open = async ({ page, id }) => {
  if (!PAGES.includes(page)) return;
  const hash = id ? `#person=${encodeURIComponent(id)}` : "";
  await api.tabs.create({ url: api.runtime.getURL(`extension/pages/${page}.html${hash}`) });
};

/** How the guard stands, in the facts that the popup puts into words. */
const state = async () => {
  const standing = await stored();
  const { full } = await kept("full");
  const [withheld, seen, silent, broken, queued] = await Promise.all([poise.access.withheld(), poise.access.seen(), silentSites(), brokenMaps(), length()]);
  return { ...standing, full: !!full, withheld, seen, silent, broken, queued };
};

/** @type {(message: { method: string, path: string, body?: object, headers?: Record<string, string>, patience?: number }) => Promise<any>} */
const request = async ({ method, path, body, headers, patience }) => {
  try {
    const answer = await call(method, path, body, headers, patience);
    if (method !== "GET" && !ABOUT_NOTES.test(path)) await Promise.allSettled([freshen()]); // what is done is done, whether it can be shown or not
    return { status: answer.status, body: answer.body, etag: answer.headers.get("ETag") };
  } catch (error) {
    if (error instanceof Unavailable) return { failure: error.why };
    throw error;
  }
};

/** "This is not them" changes who is guarded, so nobody is asked it twice; the other choices are only written down. */
/** @type {(message: { id: string, choice: string }, sender: Sender) => Promise<void>} */
const chosen = async (message, sender) => {
  await choose(message, sender);
  if (message.choice === "not_them") await freshen();
};

/** Why the service did not answer a held click is seen on the toolbar too. */
/** @type {(message: any, sender: Sender) => Promise<any>} */
const asked = async (message, sender) => {
  const verdict = await ask(message, sender);
  if (verdict.failure) void freshen();
  return verdict;
};

/** What is begun in the page around a frame that asks. */
/** @type {(message: any, sender: Sender) => Promise<any>} */
const attempt = (_, { tab }) => api.tabs.sendMessage(/** @type {number} */ (tab?.id), { kind: "attempt" }, { frameId: 0 }).catch(() => null);

/** @type {Handlers} */
const FROM_CONTENT = {
  ask: asked, attempt, judge, proofread, choose: chosen, sent, open, mark, advise, canary: heard,
  noticed: async (message, sender) => { if (await noticed(message, sender)) await freshen(); },
};

/** @type {Handlers} */
const FROM_PAGES = {
  open, state, request, advised, canary: heard,
  answer: async (message) => { await settle(message); if (message.choice === "not_them") await freshen(); },
  renew: async () => { await lookAgain(); await freshen(); return state(); },
  connect: async () => { const paired = await connect(); if (paired) await freshen(); return { paired }; },
  pair: async (message) => { const outcome = await pair(message); if (outcome.paired) await freshen(); return outcome; },
  unpair: async () => { await unpair(); await turn(); },
  notify: setNotify,
  sites: async () => { await settleSites(); return state(); },
  quiet: async ({ quiet }) => { await setQuiet(quiet); return state(); },
  pause: async ({ pause }) => { await setPause(pause); await turn(); return state(); },
};

/** @type {(sender: Sender) => Handlers | null} */
const handlersFor = (sender) => {
  if (sender.id !== api.runtime.id) return null;
  if (sender.url?.startsWith(api.runtime.getURL("extension/pages/"))) return FROM_PAGES;
  const from = sender.origin ?? (sender.url ? new URL(sender.url).origin : "");
  return sender.tab && poise.sites.some(({ site }) => poise.access.isOn(`${from}/`, site)) ? FROM_CONTENT : null;
};

/**
 * The one listener for messages: answers later, or not at all to whom it does not know.
 * @type {(message: any, sender: Sender, answer: (value: any) => void) => boolean}
 */
export const route = (message, sender, answer) => {
  const handlers = handlersFor(sender);
  const kind = message?.kind;
  if (!handlers || typeof kind !== "string" || !Object.hasOwn(handlers, kind)) return false;
  handlers[kind](message, sender).then(answer, (error) => answer({ failure: String(error.message ?? error) }));
  return true;
};
