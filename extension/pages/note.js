// The better step towards one person: what, until when; and the note itself, from a few answers to "I sent it".
import { begin, find, hash } from "./page.js";
import { nextStep, people, standingWords } from "./people.js";
import { compose } from "./note/composer.js";

begin();
const { make, isolate } = poise.dom;
const { say, day, due } = poise.words;
const POST_TAKES_MS = 2 * 86_400_000;

const { guarded, words } = await people();
const person = guarded.find(({ id }) => id === hash().get("person"));

/** A card has to be on its way before it can arrive. */
/** @type {(step: { channel: string | null, due: string | null, done?: boolean }) => HTMLElement[]} */
const postWords = ({ channel, due: at, done }) =>
  channel === "handwritten" && at && !done ? [make("p", { class: "quiet" }, say("notePostBy", day(Date.parse(at) - POST_TAKES_MS)))] : [];

/** @type {(step: Alternative) => HTMLElement} */
const card = (step) =>
  make("section", { class: "person", "data-kind": step.kind }, make("strong", {}, due(step, Date.now())), make("p", {}, step.text), ...postWords(step));

/** The steps of the strictest thing that is said of this person now, or else what comes next. */
/** @type {(one: Guarded) => Alternative[]} */
const stepsFor = (one) => {
  const sayings = Object.keys(one.verdicts).map((question) => poise.saying.fromSnapshot(one, words, question, Date.now()));
  const next = nextStep(one, Date.now());
  const said = sayings.find((saying) => saying?.level === "hold")?.instead ?? sayings.find((saying) => saying)?.instead;
  return said ?? (next ? [{ ...next, done: false }] : []);
};

addEventListener("hashchange", () => location.reload());
if (person) {
  find("#for").append(isolate(person.name), ` · ${person.company}`);
  find("#standing").textContent = standingWords(person, Date.now());
  find("#steps").append(...stepsFor(person).map(card));
  if (person.kind === "person") await compose(person, guarded);
} else {
  find("#outcome").textContent = say("noteGone");
}
document.documentElement.dataset.ready = "true";
