// One step of the agenda: what, until when, "I did it", and the way to write it.
import { log } from "./changes.js";
import { ask } from "./asking.js";
import { outcomeButtons } from "./application.js";
import { button } from "../button.js";
import { whenField } from "./forms.js";
import { fold, link } from "./parts.js";
import { asInstant } from "../local.js";
import { dueWords } from "./words.js";

/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./known.js").Item} Item */

const { make, isolate, isolateIn } = poise.dom;
const { say } = poise.words;

/** What doing each step comes to, and the kind of note that it is; a step that is no message has neither. */
/** @type {Record<string, { kind: string, note: string | null }>} */
const DONE = {
  thank_you: { kind: "thank_you", note: "thank_you" }, handwritten: { kind: "thank_you", note: "thank_you" },
  follow_up: { kind: "follow_up", note: "follow_up" }, thanks_after_no: { kind: "thank_you", note: "thank_you" },
  feedback: { kind: "follow_up", note: "follow_up" }, stay_in_touch: { kind: "message", note: "message" },
  connect: { kind: "connect", note: "connect_note" },
};

/** @type {(short: HTMLElement, words: string) => HTMLElement} the whole of what a short word stands for */
const named = (short, words) => {
  short.setAttribute("aria-label", words);
  short.title = words;
  return short;
};

/** @type {(place: Place, item: Item) => HTMLElement[]} */
const done = (place, { kind, channel, person, text }) => {
  const act = DONE[kind];
  if (!act) return [];
  const earlier = () => ask(place, {
    title: say("didItEarlier"), fields: [make("p", {}, text), whenField()],
    change: (form) => log(person, act.kind, channel, asInstant(form.get("at"))), words: say("noteLogged"),
  });
  return [
    ...(act.note ? [link(say("writeIt"), `note.html#person=${person}&kind=${act.note}`, { class: "button main", target: "_blank", "data-do": "write" })] : []),
    button(say("didIt"), "did", () => place.act(log(person, act.kind, channel), say("noteLogged"))),
    named(button(say("earlier"), "did-earlier", earlier, "plain"), say("didItEarlier")),
  ];
};

/** "What came of it?": the answer is given here. */
/** @type {(place: Place, item: Item) => HTMLElement[]} */
const answers = (place, { kind, person, company }) => {
  const asked = place.known().person(person)?.roles.map(({ application }) => place.known().application(application));
  const one = kind === "outcome" && asked?.find((application) => application?.company === company && !application.outcome);
  return one ? outcomeButtons(place, one) : [];
};

/** @type {(place: Place, item: Item) => HTMLElement} */
export const step = (place, item) =>
  make("li", { class: "step", "data-id": `${item.kind}-${item.person}-${item.company}`, "data-kind": item.kind, "data-late": item.late },
    make("p", { class: "due" }, dueWords(item, Date.now())), make("p", {}, ...isolateIn(item.text, [item.interviewer, item.company])),
    make("p", { class: "quiet" }, link(isolate(item.interviewer), `#people/${item.person}`), " · ", isolate(item.company)),
    item.checklist.length ? fold(say("howTo"), "checklist", make("ul", {}, ...item.checklist.map((line) => make("li", {}, line)))) : null,
    make("div", { class: "row" }, ...done(place, item), ...answers(place, item)));
