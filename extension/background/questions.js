// The questions open in pages: who asked what, so that a choice is taken only from where the question stands.
import { api } from "./api.js";
import { post } from "./queue.js";
import { call, Unavailable } from "./service.js";

/** @typedef {{ tab: number, document: string | undefined, asking: Asking, verdict: string | null }} Question */

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

/** @type {(id: string) => string} */
const keyOf = (id) => `question:${id}`;

/** A held use: remembered under the page's own id for it, then asked of the service. */
/** @type {(message: { id: string, asking: Asking, url: string }, sender: chrome.runtime.MessageSender) => Promise<any>} */
export const ask = async ({ id, asking, url }, sender) => {
  /** @type {Question} */
  const question = { tab: sender.tab?.id ?? -1, document: sender.documentId, asking: { ...asking, text: null }, verdict: null };
  await api.storage.session.set({ [keyOf(id)]: question });
  const verdict = await verdictFrom("/verdicts", intent(asking, url));
  const open = await api.storage.session.get(keyOf(id));
  if (verdict.id && open[keyOf(id)]) await api.storage.session.set({ [keyOf(id)]: { ...question, verdict: verdict.id } });
  return verdict;
};

/** @type {(id: string, sender: chrome.runtime.MessageSender) => Promise<Question | null>} */
const own = async (id, sender) => {
  const question = /** @type {Question | undefined} */ ((await api.storage.session.get(keyOf(id)))[keyOf(id)]);
  return question && question.tab === sender.tab?.id && question.document === sender.documentId ? question : null;
};

const CONFIRMED_ELSEWHERE = new Set(["instead", "trusted", "decided"]);
const CHOICES = new Set(["cancel", "send_anyway", "not_them", "lost", ...CONFIRMED_ELSEWHERE]);
const NAMES = /** @type {Record<string, string>} */ ({ cancel: "cancelled", lost: "cancelled" });

/** @type {(choice: string, question: Question) => string} */
const confirmPage = (choice, { asking }) => {
  const page = choice === "instead" ? "note" : "popup";
  return api.runtime.getURL(`extension/pages/${page}.html#person=${asking.whom}&for=${choice}`);
};

/** What the user chose on a page: written down, and where it changes more than this click, confirmed on a page of ours. */
/** @type {(message: { id: string, choice: string }, sender: chrome.runtime.MessageSender) => Promise<void>} */
export const choose = async ({ id, choice }, sender) => {
  const question = CHOICES.has(choice) ? await own(id, sender) : null;
  if (!question) return;
  await api.storage.session.remove(keyOf(id));
  if (CONFIRMED_ELSEWHERE.has(choice)) await api.tabs.create({ url: confirmPage(choice, question), openerTabId: question.tab });
  const { whom, action, site, gate, rule } = question.asking;
  const seen = { person: whom, action, site, gate, verdict: "hold", rule };
  await post({
    method: "POST", path: `/verdicts/${question.verdict ?? id}/choice`,
    body: { choice: NAMES[choice] ?? choice, at: new Date().toISOString(), seen },
  });
};
