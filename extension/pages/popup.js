// The popup: how the guard stands, who still has to decide, this page, and pause. Painted from the snapshot, then renewed.
import { begin, find, hash, tell } from "./page.js";
import { showHere } from "./here.js";
import { personCard } from "./person.js";
import { people, standing, waiting } from "./people.js";
import { showPause } from "./pause.js";
import { stateWords } from "./state.js";

begin();
const { make } = poise.dom;
const { say } = poise.words;

/** @type {(state: any) => void} */
const showState = (state) => {
  const { kind, words, mend, pair } = stateWords(state);
  const box = find("#state");
  box.dataset.kind = kind;
  const again = make("button", { type: "button", class: "plain" }, say("lookAgain"));
  again.addEventListener("click", () => renew());
  const how = pair ? make("a", { href: "options.html", target: "_blank" }, mend ?? "") : mend;
  const queued = state.queued ? [make("p", { class: "quiet" }, say(state.queued === 1 ? "queuedOne" : "queuedMany", state.queued))] : [];
  box.replaceChildren(make("p", {}, words), ...(how ? [make("p", { class: "row" }, how, again)] : []), ...queued);
};

/** Whose cards are open: that of the address at first, then what the user opened. */
/** @type {() => (string | undefined)[]} */
const opened = () => [...document.querySelectorAll("[data-person]:has(> details[open])")].map((card) => /** @type {HTMLElement} */ (card).dataset.person);

/** @type {(section: string, guarded: Guarded[], open: (string | null | undefined)[]) => void} */
const showPeople = (section, guarded, open) => {
  find(section).hidden = !guarded.length && section !== "#waiting";
  const cards = guarded.map((one) => personCard(one, { open: open.includes(one.id), purpose: hash().get("for"), changed: renew }));
  find("ul", find(section)).replaceChildren(...(cards.length ? cards : [make("li", { class: "quiet" }, say("nobodyTracked"))]));
};

/** @param {(string | null | undefined)[]} open */
const paint = async (open) => {
  const now = Date.now();
  const { guarded } = await people();
  const undecided = waiting(guarded, now);
  const others = guarded.filter((one) => one.kind === "person" && !undecided.includes(one));
  others.sort((a, b) => standing(a, now).stage.localeCompare(standing(b, now).stage) || a.name.localeCompare(b.name));
  showPeople("#waiting", undecided, open);
  showPeople("#decided", others, open);
  await showHere(guarded, renew);
};

/** @param {string} [words] what has just been done, for the line at the foot */
const renew = async (words) => {
  show(await tell({ kind: "renew" }));
  await paint(opened());
  if (words) find("#outcome").textContent = words;
};

/** @param {any} state */
const show = (state) => {
  showState(state);
  showPause(state.pause, showState);
};

show(await tell({ kind: "state" }));
await paint([hash().get("person")]);
await renew();
document.documentElement.dataset.ready = "true";
