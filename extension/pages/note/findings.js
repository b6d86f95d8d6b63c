// What could be better in the note, as one types: asked of the service, shown below, put right by a press.
import { button } from "../button.js";
import { find, request } from "../page.js";
import { applied, unitsAt } from "./places.js";

const { make } = poise.dom;
const { say } = poise.words;

/** @typedef {{ id: string, severity: string, start: number, end: number, message: string, suggestion: string | null }} Finding */
/** @typedef {{ field: () => HTMLTextAreaElement, changed: (text: string) => void, vouch: (word: string) => void }} Hands */

const SHORT = 80;
const PATIENCE = 20_000; // the first look of all reads the dictionaries

/** @type {(text: string, finding: Finding) => string} */
const quoted = (text, { start, end }) => {
  const part = text.slice(unitsAt(text, start), unitsAt(text, end)).replace(/\s+/g, " ");
  return part.length > SHORT ? `${part.slice(0, SHORT)}…` : part;
};

/** @type {(text: string, finding: Finding, hands: Hands) => HTMLElement} */
const shown = (text, finding, { field, changed, vouch }) => {
  const { suggestion } = finding;
  const show = () => {
    field().focus();
    field().setSelectionRange(unitsAt(text, finding.start), unitsAt(text, finding.end));
  };
  const buttons = [
    button(say("findingShow"), "show", show, "plain"),
    ...(suggestion === null ? [] : [button(say("findingApply", suggestion), "apply", () => changed(applied(text, { ...finding, suggestion })), "plain")]),
    ...(finding.id === "spelling" ? [button(say("findingVouch"), "vouch", () => vouch(quoted(text, finding)), "plain")] : []),
  ];
  return make("article", { "data-finding": finding.id, "data-severity": finding.severity },
    make("p", {}, finding.message), ...(finding.message.includes(quoted(text, finding)) ? [] : [make("q", {}, quoted(text, finding))]), make("div", { class: "row" }, ...buttons));
};

/** The newest answer is shown; one that comes late is not. */
let asked = 0;

/** @type {(note: { text: string } & Record<string, unknown>, hands: Hands) => Promise<void>} */
export const check = async (note, hands) => {
  const mine = ++asked;
  const { body, wrong } = note.text.trim() ? await request("POST", "/notes/check", note, {}, PATIENCE) : { body: { findings: [] } };
  if (mine !== asked) return;
  /** @type {Finding[]} */
  const found = body?.findings ?? [];
  const fine = note.text.trim() && !wrong && !found.some(({ severity }) => severity !== "hint");
  const parts = found.map((finding) => shown(note.text, finding, hands));
  find("#findings").replaceChildren(...(wrong ? [make("p", { class: "quiet" }, wrong)] : fine ? [make("p", { class: "quiet" }, say("noteFine"))] : []), ...parts);
};
