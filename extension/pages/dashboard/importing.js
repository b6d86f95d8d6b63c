// Taking files in: dropped or chosen, shown first, taken when the user has looked.
import { request } from "../page.js";
import { repaint } from "./place.js";
import { button } from "../button.js";
import { field, fold, heading, labelled, select } from "./parts.js";
import { linesOf, said } from "./asking.js";
import { Preview } from "./preview.js";
import { during } from "./working.js";
import { number } from "./times.js";

/** @typedef {import("./place.js").Place} Place */
/** @typedef {{ name: string, content: string }} Upload */

const { make, isolate } = poise.dom;
const { say, language } = poise.words;
const PATIENCE = 120_000;
const LARGEST = 8_388_608;

/** @type {(file: File) => Promise<string>} its bytes in base64 */
const contentOf = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).replace(/^[^,]*,/, "")));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });

/** What the user says where a file leaves it open. */
/** @type {(form: FormData) => object} */
const wishesOf = (form) => ({ company: said(form, "company"), dates: said(form, "dates"), me: linesOf(form, "me") });

/** @type {(wishes: any) => HTMLFormElement} */
const wishesForm = ({ company, dates, me = [] } = {}) => {
  const mine = make("textarea", { name: "me", rows: "2", spellcheck: "false" });
  mine.value = me.join("\n");
  return make("form", {}, field("company", say("fieldImportCompany"), company),
    labelled(say("fieldDates"), select("dates", [["", say("dates_open")], ["dmy", say("dates_dmy")], ["mdy", say("dates_mdy")]], dates ?? "")),
    labelled(say("fieldMe"), mine, say("oneALine")), make("div", { class: "row" }, make("button", { type: "submit", "data-do": "again" }, say("readAgain"))));
};

/** @type {(taken: (file: File) => void) => HTMLElement} */
const dropZone = (taken) => {
  const input = make("input", { type: "file", accept: ".ics,.csv,.json,.zip", "data-do": "file" });
  input.addEventListener("change", () => { if (input.files?.[0]) taken(input.files[0]); });
  const zone = make("div", { class: "drop" }, make("p", {}, make("strong", {}, say("dropHere"))), make("p", { class: "quiet" }, say("dropWhat")), labelled(say("chooseFile"), input));
  const over = (/** @type {boolean} */ on) => (/** @type {DragEvent} */ event) => { event.preventDefault(); zone.classList.toggle("over", on); };
  zone.addEventListener("dragover", over(true));
  zone.addEventListener("dragleave", over(false));
  zone.addEventListener("drop", (event) => {
    over(false)(event);
    const file = event.dataTransfer?.files[0];
    if (file) taken(file);
  });
  return zone;
};

/** @type {(place: Place) => import("./place.js").View} */
export const importing = (place) => {
  const body = make("div", { class: "stack", "aria-live": "polite" });

  /** @type {(...parts: (Node | string)[]) => void} */
  const show = (...parts) => repaint(body, dropZone(take), ...parts);
  const failed = (/** @type {string} */ words) => make("p", { class: "wrong", role: "alert" }, words);

  /** @type {(upload: Upload, wishes: object) => Promise<void>} */
  const preview = async (upload, wishes) => {
    const reading = request("POST", "/imports", { ...upload, ...wishes, language: language() }, undefined, PATIENCE);
    const outcome = await during(body, isolate(upload.name), reading);
    if (!outcome) return show(make("p", {}, say("importStopped")));
    const { body: found, wrong } = outcome;
    const form = wishesForm(wishes);
    form.addEventListener("submit", (event) => { event.preventDefault(); void preview(upload, wishesOf(new FormData(form))); });
    const otherwise = fold(say("importOtherwise"), "wishes", form);
    otherwise.toggleAttribute("open", Boolean(wrong));
    if (wrong) return show(failed(say("importFailed", wrong)), otherwise);
    const shown = new Preview(found, (rows) => accept(found.id, rows, wishes));
    repaint(body, make("section", {}, make("h2", { tabindex: "-1" }, isolate(upload.name)), ...shown.parts(),
      otherwise, button(say("importOther"), "other", () => show(), "plain")));
    body.querySelector("h2")?.focus();
  };

  /** @type {(id: string, rows: { id: string, company: string | null }[], wishes: object) => Promise<void>} */
  const accept = async (id, rows, wishes) => {
    const { body: taken } = await place.act({ work: request("POST", `/imports/${id}`, { rows, ...wishes }, undefined, PATIENCE) });
    if (taken) show(make("p", {}, say("importTaken", number(taken.taken))));
  };

  /** @type {(file: File) => Promise<void>} */
  const take = async (file) => {
    if (file.size > LARGEST) return show(failed(say("importTooLarge")));
    const content = await contentOf(file).catch(() => null);
    if (content === null) return show(failed(say("importUnreadable")));
    await preview({ name: file.name, content }, {});
  };
  show();
  return { element: make("div", { class: "reading" }, heading(say("view_import")), make("p", {}, say("importHow")), body), update: () => {} };
};
