// What is written, in which language and tone: what the address, the draft that is kept, and the stage suggest.
import { find, hash } from "../page.js";

const { make } = poise.dom;
const { say, language } = poise.words;

const LANGUAGES = ["en", "de", "nb"];
const REGISTERS = ["formal", "informal"];
const BEFORE = ["thank_you", "follow_up"];
const KINDS = /** @type {Record<string, string[]>} */ ({
  rejected: ["message", "connect_note"], offered: ["connect_note", "thank_you"], hired: ["connect_note", "thank_you"],
  withdrawn: ["connect_note", "thank_you"],
});

/** @type {(name: string) => HTMLSelectElement} */
const select = (name) => find(`[name="${name}"]`);

/** @type {(name: string, values: string[], words: (value: string) => string, chosen: string) => void} */
const fill = (name, values, words, chosen) => {
  select(name).replaceChildren(...values.map((value) => make("option", { value }, words(value))));
  select(name).value = values.includes(chosen) ? chosen : values[0];
};

/** @type {(stage: string) => void} */
export const offer = (stage) => {
  const names = new Intl.DisplayNames([language()], { type: "language" });
  fill("kind", KINDS[stage] ?? BEFORE, (kind) => say(`noteKind_${kind}`), hash().get("kind") ?? "");
  fill("language", LANGUAGES, (code) => names.of(code) ?? code, language());
  fill("register", REGISTERS, (register) => say(`noteRegister_${register}`), language() === "de" ? "formal" : "informal");
};

export const chosen = () => ({ kind: select("kind").value, language: select("language").value, register: select("register").value });

/** @type {(kind: string) => void} */
export const choose = (kind) => { select("kind").value = kind; };

/** @type {(code: string) => void} */
export const speak = (code) => { select("language").value = code; };
