// The questions open in pages: who asked what, so that a choice is taken only from where the question stands.
import { api } from "./api.js";
import { openApart } from "./apart.js";
import { kept } from "./kept.js";
import { letPass } from "./passes.js";
import { deliver, write } from "./queue.js";
import { call, Unavailable } from "./service.js";

/** @typedef {chrome.runtime.MessageSender} Sender */

/** @type {(asking: Asking | Use, url: string) => object} */
const intent = ({ action, site, gate, target, text, withNote }, url) => ({
  action, site, gate, page_url: url, text, with_note: withNote, language: poise.words.language(),
  target: { url: target?.url ?? null, name: target?.name ?? null, ids: target?.ids ?? [] },
});

/** @type {(path: string, body: object) => Promise<any>} */
const verdictFrom = async (path, body) => {
  try {
    const { status, body: verdict } = await call("POST", path, body);
    return status === 200 || status === 201 ? verdict : { failure: "refused" };
  } catch (error) {
    if (error instanceof Unavailable) return { failure: error.why };
    throw error;
  }
};

/** A verdict on text that is still being written. */
/** @type {(message: { use: Use, url: string }) => Promise<any>} */
export const judge = ({ use, url }) => verdictFrom("/verdicts", intent(use, url));

/** @type {(id: string) => string[]} */
const keysOf = (id) => [`question:${id}`, `verdict:${id}`];

/** @type {(id: string) => Promise<{ question: Question | undefined, verdict: (FreshVerdict & { id?: string }) | undefined }>} */
const opened = async (id) => {
  const [question, verdict] = keysOf(id);
  const stored = /** @type {Record<string, any>} */ (await api.storage.session.get([question, verdict]));
  return { question: stored[question], verdict: stored[verdict] };
};

/** A held use: remembered under the page's own id for it, then asked of the service. `apart`: in a window of its own at once. */
/** @type {(message: { id: string, asking: Asking, url: string, apart: boolean }, sender: Sender) => Promise<any>} */
export const ask = async ({ id, asking, url, apart }, sender) => {
  /** @type {Question} */
  const question = {
    tab: sender.tab?.id ?? -1, frame: sender.frameId ?? 0, document: sender.documentId, asking: { ...asking, text: null }, apart,
  };
  await api.storage.session.set({ [`question:${id}`]: question });
  if (apart) void openApart(id, question.tab);
  const verdict = await verdictFrom("/verdicts", intent(asking, url));
  if ((await opened(id)).question) await api.storage.session.set({ [`verdict:${id}`]: verdict });
  if (verdict.verdict && verdict.verdict !== "hold") await letPass(asking.whom);
  return verdict;
};

/** @type {(id: string, sender: Sender) => Promise<Question | null>} */
const own = async (id, sender) => {
  const { question } = await opened(id);
  return question && question.tab === sender.tab?.id && question.document === sender.documentId ? question : null;
};

/** The page took the warning away, or lay over it: the same question in a window of its own, and in the popup. */
/** @type {(message: { id: string }, sender: Sender) => Promise<void>} */
export const apart = async ({ id }, sender) => {
  const question = await own(id, sender);
  if (!question) return;
  await api.storage.session.set({ [`question:${id}`]: { ...question, apart: true } });
  await openApart(id, question.tab);
};

/** What goes on on a page of ours, for it changes more than this click. */
const PAGES = /** @type {Record<string, string>} */ ({ instead: "note", trusted: "popup", decided: "popup" });
const CHOICES = new Set(["cancel", "send_anyway", "not_them", ...Object.keys(PAGES)]);
const GOES_ON = new Set(["send_anyway", "not_them"]);
const NAMES = /** @type {Record<string, string>} */ ({ cancel: "cancelled" });

/** Beside the page that asked. */
/** @type {(choice: string, question: Question) => Promise<unknown>} */
const openPage = async (choice, { asking, tab }) => {
  const url = api.runtime.getURL(`extension/pages/${PAGES[choice]}.html#person=${asking.whom}&for=${choice}`);
  const beside = await api.tabs.get(tab).catch(() => null);
  return api.tabs.create(beside ? { url, openerTabId: tab, windowId: beside.windowId } : { url });
};

/** The verdict as it was given here, for a service that was not there; it knows people by their id, and pages by none. */
/** @type {(question: Question) => Promise<object>} */
const seenBy = async ({ asking: { whom, action, site, gate, rule } }) => {
  const guarded = (await kept(`person:${whom}`))[`person:${whom}`];
  return { person: guarded?.kind === "company" ? null : whom, action, site, gate, verdict: "hold", rule };
};

/** Written down before anything else, so that it is told even if this is ended now. `said`: what is written, if not the choice. */
/** @type {(id: string, choice: string, question: Question, said?: string) => Promise<void>} */
const take = async (id, choice, question, said = choice) => {
  if (GOES_ON.has(choice)) await letPass(question.asking.whom); // first of all: the site may send in the next moment
  const { verdict } = await opened(id);
  await write({
    method: "POST", path: `/verdicts/${verdict?.id ?? id}/choice`,
    body: { choice: NAMES[said] ?? said, at: new Date().toISOString(), seen: await seenBy(question) },
  });
  await api.storage.session.remove(keysOf(id));
  if (choice in PAGES) await openPage(choice, question);
  await deliver();
};

/** What the user chose on a page. Trust is never taken from a frame within a page, only asked about on a page of ours. */
/** @type {(message: { id: string, choice: string }, sender: Sender) => Promise<void>} */
export const choose = async ({ id, choice }, sender) => {
  const question = CHOICES.has(choice) ? await own(id, sender) : null;
  if (question) await take(id, choice, question, choice === "trusted" && sender.frameId ? "cancel" : choice);
};

/** What the user chose in a window of ours: the page that asked is told. */
/** @type {(message: { id: string, choice: string }) => Promise<void>} */
export const settle = async ({ id, choice }) => {
  const { question } = await opened(id);
  if (!question || !CHOICES.has(choice)) return;
  await api.tabs.sendMessage(question.tab, { kind: "answered", id, choice }, { frameId: question.frame }).catch(() => null);
  await take(id, choice, question);
};
