// The questions open in pages: who asked what, so that a choice is taken only from where the question stands.
import { api } from "./api.js";
import { kept } from "./kept.js";
import { deliver, write } from "./queue.js";
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

/** What goes on on a page of ours: what changes more than this click, and what the site took from the user's sight. */
const PAGES = /** @type {Record<string, string>} */ ({ instead: "note", lost: "note", trusted: "popup", decided: "popup" });
const CHOICES = new Set(["cancel", "send_anyway", "not_them", ...Object.keys(PAGES)]);
const NAMES = /** @type {Record<string, string>} */ ({ cancel: "cancelled", lost: "cancelled" });

/** @type {(choice: string, question: Question) => string} */
const pageFor = (choice, { asking }) =>
  api.runtime.getURL(`extension/pages/${PAGES[choice]}.html#person=${asking.whom}&for=${choice}`);

/** The verdict as it was given here, for a service that was not there; it knows people by their id, and pages by none. */
/** @type {(question: Question) => Promise<object>} */
const seenBy = async ({ asking: { whom, action, site, gate, rule } }) => {
  const guarded = (await kept(`person:${whom}`))[`person:${whom}`];
  return { person: guarded?.kind === "company" ? null : whom, action, site, gate, verdict: "hold", rule };
};

/** What the user chose on a page: written down before anything else, so that it is told even if this is ended now. */
/** @type {(message: { id: string, choice: string }, sender: chrome.runtime.MessageSender) => Promise<void>} */
export const choose = async ({ id, choice }, sender) => {
  const question = CHOICES.has(choice) ? await own(id, sender) : null;
  if (!question) return;
  // Trust is never taken from a frame within a page.
  const said = choice === "trusted" && sender.frameId ? "cancel" : choice;
  await write({
    method: "POST", path: `/verdicts/${question.verdict ?? id}/choice`,
    body: { choice: NAMES[said] ?? said, at: new Date().toISOString(), seen: await seenBy(question) },
  });
  await api.storage.session.remove(keyOf(id));
  if (choice in PAGES) await api.tabs.create({ url: pageFor(choice, question), openerTabId: question.tab });
  await deliver();
};
