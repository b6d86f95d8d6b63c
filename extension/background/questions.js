// The questions open in pages: who asked what, so that a choice is taken only from where the question stands.
import { api } from "./api.js";
import { openApart } from "./apart.js";
import { deny } from "./indexes.js";
import { kept } from "./kept.js";
import { letPass } from "./passes.js";
import { deliver, write } from "./queue.js";
import { call, Unavailable } from "./service.js";

/** @typedef {chrome.runtime.MessageSender} Sender */

/** @type {(use: Use) => object} */
const targetOf = ({ target }) => ({ url: target?.url ?? null, name: target?.name ?? null, ids: target?.ids ?? [] });

/** @type {(asking: Asking | Use, url: string) => object} */
const intent = (use, url) => ({
  action: use.action, site: use.site, gate: use.gate, page_url: url, text: use.text, with_note: use.withNote,
  language: poise.words.language(), target: targetOf(use),
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

/** @type {(verdict: { verdict?: Level } | undefined) => boolean} */
const isFine = (verdict) => !!verdict?.verdict && verdict.verdict !== "hold";

/** @type {(id: string) => Promise<void>} */
const forget = (id) => api.storage.session.remove(keysOf(id));

/**
 * A held use: remembered under the page's own id for it, then asked of the service. `apart`: in a window of its own at
 * once; that is where it is said, and ends, if nothing speaks against the use any more.
 */
/** @type {(message: { id: string, asking: Asking, url: string, apart: boolean }, sender: Sender) => Promise<any>} */
export const ask = async ({ id, asking, url, apart }, sender) => {
  /** @type {Question} */
  const question = {
    tab: sender.tab?.id ?? -1, frame: sender.frameId ?? 0, document: sender.documentId, asking: { ...asking, text: null }, apart,
  };
  await api.storage.session.set({ [`question:${id}`]: question });
  if (apart) void openApart(id, question.tab);
  const verdict = await verdictFrom("/verdicts", intent(asking, url));
  const { question: standing } = await opened(id);
  if (isFine(verdict)) await letPass(asking);
  if (isFine(verdict) && !standing?.apart) await forget(id);
  else if (standing) await api.storage.session.set({ [`verdict:${id}`]: verdict });
  return verdict;
};

/** @type {(id: string, sender: Sender) => Promise<Question | null>} */
const own = async (id, sender) => {
  const { question } = await opened(id);
  return question && question.tab === sender.tab?.id && question.document === sender.documentId ? question : null;
};

/** What goes on on a page of ours, for it changes more than this click. */
const PAGES = /** @type {Record<string, string>} */ ({ instead: "note", trusted: "popup", decided: "popup" });
const CHOICES = new Set(["cancel", "send_anyway", "not_them", ...Object.keys(PAGES)]);
const NAMES = /** @type {Record<string, string>} */ ({ cancel: "cancelled", send_anyway: "sent_anyway" });

/** Beside the page that asked. */
/** @type {(choice: string, question: Question) => Promise<unknown>} */
const openPage = async (choice, { asking, tab }) => {
  const url = api.runtime.getURL(`extension/pages/${PAGES[choice]}.html#person=${asking.whom}&for=${choice}`);
  const beside = await api.tabs.get(tab).catch(() => null);
  return api.tabs.create(beside ? { url, openerTabId: tab, windowId: beside.windowId } : { url });
};

/** The verdict as it was given here, for a service that was not there; it knows people by their id, and pages by none. */
/** @type {(question: Question, choice: string) => Promise<object>} */
const seenBy = async ({ asking }, choice) => {
  const { whom, action, site, gate, rule } = asking;
  const guarded = (await kept(`person:${whom}`))[`person:${whom}`];
  const person = guarded?.kind === "company" ? null : whom;
  return { person, action, site, gate, verdict: "hold", rule, ...(choice === "not_them" && { target: targetOf(asking) }) };
};

/** Written down before anything else, so that it is told even if this is ended now. `said`: what is written, if not the choice. */
/** @type {(id: string, choice: string, question: Question, said?: string) => Promise<void>} */
const take = async (id, choice, question, said = choice) => {
  const { asking } = question;
  if (poise.snapshot.opens(choice, asking)) await letPass(asking); // first of all: the site may send in the next moment
  if (choice === "not_them") await deny(asking);
  const { verdict } = await opened(id);
  await write({
    method: "POST", path: `/verdicts/${verdict?.id ?? id}/choice`,
    body: { choice: NAMES[said] ?? said, at: new Date().toISOString(), seen: await seenBy(question, choice) },
  });
  await forget(id);
  if (choice in PAGES) await openPage(choice, question);
  await deliver();
};

/** What the user chose on a page. Trust is never taken from a frame within a page, only asked about on a page of ours. */
/** @type {(message: { id: string, choice: string }, sender: Sender) => Promise<void>} */
export const choose = async ({ id, choice }, sender) => {
  const question = CHOICES.has(choice) ? await own(id, sender) : null;
  if (question) await take(id, choice, question, choice === "trusted" && sender.frameId ? "cancel" : choice);
};

/** What the user chose in a window of ours: the page that asked is told. Where all is fine by now, there is nothing to choose. */
/** @type {(message: { id: string, choice: string }) => Promise<void>} */
export const settle = async ({ id, choice }) => {
  const { question, verdict } = await opened(id);
  const fine = isFine(verdict);
  if (!question || !(fine || CHOICES.has(choice))) return;
  const answer = { kind: "answered", id, choice: fine ? "fine" : choice };
  await api.tabs.sendMessage(question.tab, answer, { frameId: question.frame }).catch(() => null);
  await (fine ? forget(id) : take(id, choice, question));
};
