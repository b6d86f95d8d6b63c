// What was changed, newest first, each with the way back.
import { request } from "../page.js";
import { repaint } from "./place.js";
import { button } from "../button.js";
import { heading } from "./parts.js";
import { moment } from "./times.js";

/** @typedef {import("./place.js").Place} Place */
/** @typedef {{ id: string, at: string, text: string, undone: boolean, undoes: string | null }} Change */

const { make } = poise.dom;
const { say, language } = poise.words;
const AT_ONCE = 50;

/** @type {(place: Place, change: Change) => HTMLElement} */
const row = (place, { id, at, text, undone }) => {
  const undo = () => place.act({ work: request("POST", `/history/${id}/undo`) }, say("undone"));
  return make("li", { "data-id": id, "data-undone": undone }, make("span", {}, make("span", { dir: "auto", class: "what" }, text), make("br"), make("span", { class: "quiet" }, moment(Date.parse(at)))),
    undone ? make("span", { class: "quiet" }, say("takenBack")) : button(say("undo"), "undo-change", undo, "plain"));
};

/** @type {(place: Place) => import("./place.js").View} */
export const history = (place) => {
  const body = make("section", {});
  const list = make("ul", { class: "lines" });

  /** The changes that are older than `before`, after those that are shown. */
  /** @type {(shown: Change[], before: string | null) => Promise<void>} */
  const show = async (shown, before) => {
    const { body: found, wrong } = await request("GET", `/history?limit=${AT_ONCE}&language=${language()}${before ? `&before=${before}` : ""}`);
    if (wrong) return repaint(body, make("p", { class: "wrong", role: "alert" }, wrong));
    const all = [...shown, ...found.items];
    repaint(list, ...all.map((change) => row(place, change)));
    if (found.next) list.append(make("li", { class: "more" }, button(say("showOlder"), "older", () => show(all, found.next))));
    body.replaceChildren(all.length ? list : make("p", { class: "quiet" }, say("historyEmpty")));
  };
  return { element: make("div", { class: "reading" }, heading(say("view_history")), make("p", {}, say("historyHow")), body), update: () => show([], null) };
};
