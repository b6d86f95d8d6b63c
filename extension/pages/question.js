// One open question, shown and answered on a page of ours: in its own window, or in the popup.
import { api, tell } from "./page.js";

const { make } = poise.dom;
const { say } = poise.words;

/** @type {(id: string) => Promise<{ question?: Question, verdict?: FreshVerdict }>} */
const stored = async (id) => {
  const found = /** @type {Record<string, any>} */ (await api.storage.session.get([`question:${id}`, `verdict:${id}`]));
  return { question: found[`question:${id}`], verdict: found[`verdict:${id}`] };
};

/** @type {(asking: Asking) => Promise<Saying | null>} */
const sayingOf = async (asking) => {
  const key = /** @type {const} */ (`person:${asking.whom}`);
  const kept = /** @type {Kept} */ (await api.storage.local.get([key, "words", "meta"]));
  const details = { person: kept[key], words: kept.words ?? {}, made: kept.meta?.made ?? 0 };
  return poise.saying.ofUse(asking, { ...asking, level: "hold" }, details);
};

/** What follows in the page: the same control, pressed once more. */
/** @type {(box: HTMLElement, headline: string, reason: string, leave: () => void) => void} */
const showNext = (box, headline, reason, leave) => {
  const back = make("button", { type: "button", class: "main" }, say("backToPage"));
  back.addEventListener("click", leave);
  box.replaceChildren(make("div", { class: "said", role: "status" }, make("h2", {}, headline), make("p", {}, reason)), make("div", { class: "ways" }, make("div", { class: "row" }, back)));
  back.focus();
};

const ARMED = new Set(["send_anyway", "not_them"]);

/**
 * Paint the question into a box and take its answer. Answers whether it still stands.
 * @param {string} id
 * @param {HTMLElement} box
 * @param {() => void} leave called when there is nothing left to do here
 */
export const showQuestion = async (id, box, leave) => {
  const { question } = await stored(id);
  const saying = question && (await sayingOf(question.asking));
  if (!saying) return false;
  const done = new AbortController();
  for (const [name, value] of Object.entries(poise.card.ROLE)) box.setAttribute(name, value);
  poise.card.paint(box, saying);
  const press = poise.press.within(box);
  /** @type {HTMLElement} */ (box.querySelector("#stake")).focus();

  const end = () => {
    done.abort();
    press.end();
    api.storage.session.onChanged.removeListener(changed);
  };

  /** @param {string} choice */
  const choose = async (choice) => {
    end();
    await tell({ kind: "answer", id, choice });
    if (ARMED.has(choice)) showNext(box, say("pressAgain"), say("pressAgainWhy"), leave);
    else leave();
  };

  /** @param {FreshVerdict} fresh */
  const complete = (fresh) => {
    if (fresh.verdict && fresh.verdict !== "hold") {
      end();
      void tell({ kind: "answer", id, choice: "fine" });
      return showNext(box, say("fineNow"), say("fineNowWhy"), leave);
    }
    press.repaint(poise.saying.completed(saying, fresh), () => document.activeElement);
  };

  /** @param {Record<string, chrome.storage.StorageChange>} changes */
  const changed = (changes) => {
    if (changes[`verdict:${id}`]?.newValue) complete(/** @type {FreshVerdict} */ (changes[`verdict:${id}`].newValue));
    if (changes[`question:${id}`] && !changes[`question:${id}`].newValue) leave();
  };

  /** @param {Event} event */
  const handle = (event) => {
    if (!event.isTrusted) return;
    if (event.type === "keydown" && /** @type {KeyboardEvent} */ (event).key === "Escape") return void choose("cancel");
    const button = /** @type {HTMLButtonElement | null} */ (/** @type {SubmitEvent} */ (event).submitter ?? /** @type {Element} */ (event.target).closest("button"));
    if (button?.dataset.choice && poise.press.counts(event)) event.preventDefault(); // it is answered here
    const choice = press.choiceOf(event, button, () => true);
    if (choice) void choose(choice);
  };

  for (const name of ["pointerdown", "keydown", "click", "submit"]) document.addEventListener(name, handle, { signal: done.signal });
  api.storage.session.onChanged.addListener(changed);
  // Read once more: what came before anybody listened is told by nobody.
  const now = await stored(id);
  if (done.signal.aborted) return true;
  if (now.verdict) complete(now.verdict);
  return !!now.question;
};

/** The questions that stand in no page, oldest first. */
/** @type {() => Promise<string[]>} */
export const apartQuestions = async () => {
  const all = /** @type {Record<string, any>} */ (await api.storage.session.get(null));
  return Object.keys(all).filter((key) => key.startsWith("question:") && all[key].apart).map((key) => key.slice("question:".length)).sort();
};
