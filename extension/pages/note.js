// The better step towards one person: what, until when, and "I sent it".
import { begin, find, hash, request } from "./page.js";
import { people } from "./people.js";

begin();
const { make, isolate } = poise.dom;
const { say, when, uuid } = poise.words;
const LOGGED = new Set(["thank_you", "follow_up"]);

const { guarded, words } = await people();
const given = hash();
const person = guarded.find(({ id }) => id === given.get("person"));

/** @type {(step: Alternative) => Promise<void>} */
const log = async ({ kind, channel }) => {
  const body = { id: uuid(), interviewer: person?.id, kind, channel, at: new Date().toISOString() };
  const { wrong } = await request("POST", "/interactions", body);
  find("#outcome").textContent = wrong ? say("notSaved", wrong) : say("noteLogged");
};

/** @type {(step: Alternative) => HTMLElement} */
const card = (step) => {
  const due = step.done ? say("done") : step.due ? say("dueBy", when(Date.parse(step.due), Date.now())) : "";
  const sent = make("button", { type: "button", class: "main" }, say("noteSent"));
  sent.addEventListener("click", () => log(step));
  return make("section", { class: "person", "data-kind": step.kind },
    make("strong", {}, due), make("p", {}, step.text), ...(LOGGED.has(step.kind) && person?.kind === "person" ? [make("div", { class: "row" }, sent)] : []));
};

/** The steps of the strictest thing that is said of this person now. */
/** @type {(one: Guarded) => Alternative[]} */
const stepsFor = (one) => {
  const sayings = Object.keys(one.verdicts).map((question) => poise.saying.fromSnapshot(one, words, question, Date.now()));
  return sayings.find((saying) => saying?.level === "hold")?.instead ?? sayings.find((saying) => saying)?.instead ?? [];
};

if (person) {
  find("#for").append(isolate(person.name), ` · ${person.company}`);
  find("#steps").append(...stepsFor(person).map(card));
} else {
  find("#outcome").textContent = say("noteGone");
}
