// How a note leaves this page: by the user's own mail program, by the clipboard, or not at all.
import * as facts from "../facts.js";
import { find } from "../page.js";
import { mailto } from "./mailto.js";
import { lengthOf } from "./places.js";

const { count, number, say } = poise.words;

/** What LinkedIn takes with a request; free accounts are told of their 200 by a finding. */
const LINKEDIN = 300;

const LOGGED = /** @type {Record<string, [string, string]>} */ ({
  thank_you: ["thank_you", "email"], follow_up: ["follow_up", "email"], connect_note: ["connect", "linkedin"], message: ["message", "email"],
});

/** @type {(words: string) => void} */
export const tell = (words) => { find("#outcome").textContent = words; };

/** A link, so that it is the user who opens it. */
/** @type {(kind: string, subject: string, text: string) => void} */
export const show = (kind, subject, text) => {
  const note = kind === "connect_note";
  const { url, whole } = mailto(subject, text);
  const mail = find("#mail");
  mail.hidden = note;
  mail.setAttribute("href", url);
  mail.dataset.whole = String(whole);
  find("#subject").hidden = note;
  find("#copy").textContent = say(note ? "noteCopyFor" : "noteCopy");
  find("#count").textContent = note ? say("noteCountOf", number(lengthOf(text)), number(LINKEDIN)) : count("noteCount", lengthOf(text));
};

/** @type {(kind: string, text: string) => Promise<void>} */
export const copy = async (kind, text) => {
  if (kind === "connect_note" && lengthOf(text) > LINKEDIN) return tell(say("noteTooLong", LINKEDIN));
  await navigator.clipboard.writeText(text);
  tell(say("copied"));
};

/** @type {(text: string) => Promise<void>} */
export const mailed = async (text) => {
  if (find("#mail").dataset.whole === "true") return;
  await navigator.clipboard.writeText(text);
  tell(say("noteMailCut"));
};

/** @type {(person: string, kind: string) => ReturnType<typeof facts.log>} */
export const log = (person, kind) => {
  const [passed, channel] = LOGGED[kind];
  return facts.log(person, passed, channel);
};
