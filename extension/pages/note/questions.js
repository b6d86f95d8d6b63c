// A few questions, whose answers and nothing else become the first draft.
import { button } from "../button.js";
import { find, request } from "../page.js";
import { chosen } from "./choices.js";
import { write } from "./editor.js";
import { tell } from "./sending.js";

const { make } = poise.dom;
const { say, language } = poise.words;

/** @typedef {import("./desk.js").Desk} Desk */

const answers = () => {
  const fields = /** @type {NodeListOf<HTMLTextAreaElement>} */ (document.querySelectorAll("#questions textarea"));
  return Object.fromEntries([...fields].map(({ id, value }) => [id, value]));
};

/** @type {(desk: Desk, said: Record<string, string>) => ReturnType<typeof request>} */
const drafted = ({ person }, said) => request("POST", "/notes/draft", { ...chosen(), person: person.id, answer_in: language(), answers: said });

/** @type {(desk: Desk) => Promise<void>} */
export const ask = async (desk) => {
  const { body, wrong } = await drafted(desk, {});
  if (wrong) return tell(wrong);
  const said = answers();
  const fields = body.questions.map((/** @type {{ id: string, text: string }} */ { id, text }) => {
    const field = make("textarea", { id, rows: "1", maxlength: "2000" });
    field.value = said[id] ?? "";
    return make("label", {}, make("span", {}, text), field);
  });
  find("#questions").replaceChildren(find("#questions legend"), ...fields);
};

/** @type {(desk: Desk) => Promise<void>} */
const replace = async (desk) => {
  const { body, wrong } = await drafted(desk, answers());
  if (wrong) return tell(wrong);
  tell("");
  desk.draft.language = chosen().language;
  write(desk, body.text, body.subject);
};

/** The first draft; what is written is never replaced unasked. */
/** @type {(desk: Desk) => Promise<void>} */
export const first = async (desk) => {
  if (!desk.draft.text.trim()) return replace(desk);
  tell(say("noteMakeAnew"));
  const yes = button(say("noteMake"), "replace", () => replace(desk));
  find("#outcome").append(" ", yes);
  yes.focus();
};
