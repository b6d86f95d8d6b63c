// The composer of one note: questions, a first draft, findings as one types; kept by the service, sent by the user.
import { api, find, request } from "../page.js";
import { standing } from "../people.js";
import { undo } from "../facts.js";
import { chosen, offer, speak } from "./choices.js";
import * as drafts from "./drafts.js";
import { check } from "./findings.js";
import * as others from "./others.js";
import * as sending from "./sending.js";
import { slotWords } from "./slot.js";

const { make } = poise.dom;
const { say, uuid, language } = poise.words;
const CHECK_AFTER_MS = 350;
const KEEP_AFTER_MS = 900;

/** @type {(person: Guarded, guarded: Guarded[]) => Promise<void>} */
export const compose = async (person, guarded) => {
  const form = /** @type {HTMLFormElement} */ (find("#composer"));
  const text = /** @type {HTMLTextAreaElement} */ (find('[name="text"]'));
  const subject = /** @type {HTMLInputElement} */ (find('[name="subject"]'));
  const { stage } = standing(person, Date.now());
  let known = await drafts.all();
  /** @type {drafts.Draft} */
  let draft;
  /** @type {string[]} */
  const vouched = /** @type {any} */ ((await api.storage.local.get("vouched")).vouched) ?? [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let checking;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let keeping;

  const keep = async () => {
    clearTimeout(keeping);
    keeping = undefined;
    if (!draft.text && !draft.version) return;
    const { wrong } = await drafts.keep(draft);
    if (wrong) sending.tell(say("notSaved", wrong));
  };

  const look = () => check({
    kind: draft.kind, text: draft.text, language: draft.language, answer_in: language(), interviewer: person.name,
    company: person.company, stage, site: draft.kind === "connect_note" ? "linkedin" : null,
    others: others.texts(known, draft, person, guarded), known: vouched,
  }, { field: () => text, changed: write, vouch });

  /** @param {string} word */
  const vouch = async (word) => {
    vouched.push(word);
    await api.storage.local.set({ vouched });
    await look();
  };

  /** What the fields say is the draft; looked at and kept a moment later. */
  const typed = () => {
    draft.text = text.value;
    draft.subject = subject.value;
    draft.sent_at = null;
    sending.show(draft.kind, draft.subject, draft.text);
    clearTimeout(checking);
    clearTimeout(keeping);
    checking = setTimeout(look, CHECK_AFTER_MS);
    keeping = setTimeout(keep, KEEP_AFTER_MS);
  };

  /** @param {string} words */
  const write = (words) => {
    text.value = words;
    text.focus();
    typed();
  };

  /** The draft of this kind that is kept, or a new one. */
  const open = async () => {
    const { kind } = chosen();
    const kept = known.find((one) => one.interviewer === person.id && one.kind === kind && !one.sent_at);
    draft = kept ?? { id: uuid(), interviewer: person.id, kind, language: chosen().language, subject: "", text: "", sent_at: null, version: 0 };
    if (kept) speak(kept.language);
    text.value = draft.text;
    subject.value = draft.subject;
    sending.show(kind, draft.subject, draft.text);
    others.show(known, person, guarded, kind);
    find("#slot").textContent = await slotWords(person.id, kind);
    await Promise.all([ask(), look()]);
  };

  const answers = () => Object.fromEntries([...form.querySelectorAll("#questions textarea")].map((field) => [field.id, /** @type {HTMLTextAreaElement} */ (field).value]));

  /** @param {Record<string, string>} [said] */
  const drafted = (said = {}) => request("POST", "/notes/draft", { ...chosen(), person: person.id, answer_in: language(), answers: said });

  const ask = async () => {
    const { body, wrong } = await drafted();
    if (wrong) return sending.tell(wrong);
    const said = answers();
    const fields = body.questions.map((/** @type {{ id: string, text: string }} */ { id, text: words }) => {
      const field = make("textarea", { id, rows: "1", maxlength: "2000" });
      field.value = said[id] ?? "";
      return make("label", {}, make("span", {}, words), field);
    });
    find("#questions").replaceChildren(find("#questions legend"), ...fields);
  };

  const replace = async () => {
    const { body, wrong } = await drafted(answers());
    if (wrong) return sending.tell(wrong);
    sending.tell("");
    draft.language = chosen().language;
    subject.value = body.subject;
    write(body.text);
  };

  /** What is written is never replaced unasked. */
  const first = async () => {
    if (!draft.text.trim()) return replace();
    sending.tell(say("noteMakeAnew"));
    const yes = make("button", { type: "button", "data-do": "replace" }, say("noteMake"));
    yes.addEventListener("click", replace);
    find("#outcome").append(" ", yes);
    yes.focus();
  };

  const sent = async () => {
    const { wrong } = await sending.log(person.id, draft.kind);
    if (wrong) return sending.tell(say("notSaved", wrong));
    draft.sent_at = new Date().toISOString();
    await keep();
    known = [...known.filter(({ id }) => id !== draft.id), draft];
    others.show(known, person, guarded, draft.kind);
    sending.tell(say("noteLogged"));
  };

  const discard = async () => {
    clearTimeout(keeping);
    const { body, wrong } = draft.version ? await drafts.discard(draft) : { body: null, wrong: undefined };
    if (wrong) return sending.tell(say("notSaved", wrong));
    known = known.filter(({ id }) => id !== draft.id);
    await open();
    sending.tell(say("noteDiscarded"));
    if (body) find("#outcome").append(" ", back(body.undo));
  };

  /** @type {(steps: { method: string, path: string, body: object }[]) => HTMLElement} */
  const back = (steps) => {
    const button = make("button", { type: "button", class: "plain", "data-do": "undo" }, say("undo"));
    button.addEventListener("click", async () => {
      const { wrong } = await undo(steps);
      known = await drafts.all();
      await open();
      sending.tell(wrong ? say("notSaved", wrong) : say("undone"));
    });
    return button;
  };

  offer(stage);
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => (target === text || target === subject) && typed());
  find('[name="kind"]').addEventListener("change", async () => { await keep(); known = await drafts.all(); await open(); });
  find('[name="language"]').addEventListener("change", async () => { draft.language = chosen().language; await Promise.all([ask(), look()]); });
  find("#make").addEventListener("click", first);
  find("#copy").addEventListener("click", () => sending.copy(draft.kind, draft.text));
  find("#mail").addEventListener("click", () => sending.mailed(draft.text));
  find("#sent").addEventListener("click", sent);
  find("#discard").addEventListener("click", discard);
  addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keeping && keep());
  await open();
};
