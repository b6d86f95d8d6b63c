// A question in a dialog: a few fields, one button. What is refused is said there, and nothing typed is lost.
import { button } from "../button.js";
import { cameOf } from "../page.js";

const { make } = poise.dom;
const { say } = poise.words;
const A_MOMENT_MS = 400;

/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./place.js").Change} Change */
/** @typedef {{ title: string, fields: (Node | null)[], submit?: string, words?: string, change: (form: FormData) => Change }} Question */

/** @type {(title: string, submit: string, fields: (Node | null)[]) => { dialog: HTMLDialogElement, form: HTMLFormElement, send: HTMLButtonElement, wrong: HTMLElement }} */
const dialogOf = (title, submit, fields) => {
  const wrong = make("p", { role: "alert", class: "wrong" });
  const send = make("button", { type: "submit", class: "main", "data-do": "submit" }, submit);
  const dialog = make("dialog", { "aria-labelledby": "asked" });
  const form = make("form", {}, make("h2", { id: "asked" }, title), ...fields, wrong,
    make("div", { class: "row" }, send, button(say("cancel"), "cancel", () => dialog.close())));
  dialog.append(form);
  dialog.addEventListener("close", () => dialog.remove());
  return { dialog, form, send, wrong };
};

/** Where it takes longer than a moment, that is seen. */
/** @type {<T>(box: HTMLElement, work: Promise<T>) => Promise<T>} */
const shownWhile = async (box, work) => {
  const timer = setTimeout(() => box.replaceChildren(make("progress", { "aria-label": say("working") })), A_MOMENT_MS);
  const outcome = await work;
  clearTimeout(timer);
  return outcome;
};

/** Ask; when it is sent, make the change. The dialog closes once that is done. */
/** @type {(place: Place, question: Question) => void} */
export const ask = (place, { title, fields, submit = say("save"), words, change }) => {
  const { dialog, form, send, wrong } = dialogOf(title, submit, fields);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    send.disabled = true;
    const made = change(new FormData(form));
    const outcome = await shownWhile(wrong, made.work);
    send.disabled = false;
    wrong.textContent = outcome.wrong ? cameOf(outcome) : "";
    if (outcome.wrong) return;
    dialog.close();
    await place.act(made, words);
  });
  document.body.append(dialog);
  dialog.showModal();
};

/** What a form says under a name: its text, or null. */
/** @type {(form: FormData, name: string) => string | null} */
export const said = (form, name) => String(form.get(name) ?? "").trim() || null;

/** What a form says under a name, be it nothing: so a text is emptied. */
/** @type {(form: FormData, name: string) => string} */
export const textOf = (form, name) => String(form.get(name) ?? "").trim();

/** @type {(form: FormData, name: string) => string[]} each line that is not empty */
export const linesOf = (form, name) => String(form.get(name) ?? "").split("\n").map((line) => line.trim()).filter(Boolean);
