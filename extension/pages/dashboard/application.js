// One application: its line in time, what came of it, its interviews and people.
import { rebooked } from "../facts.js";
import { ask } from "./asking.js";
import { applicationFrom, changeApplication, decide, interviewFrom, removeApplication } from "./changes.js";
import { applicationFields, interviewFields, newPerson } from "./forms.js";
import { button } from "../button.js";
import { lineList, link } from "./parts.js";
import { lineOf } from "./events.js";
import { isOver } from "./known.js";
import { picture } from "./picture.js";
import { moment } from "./times.js";
import { OUTCOMES } from "../vocabulary.js";
import { stageWords } from "./words.js";

/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./known.js").Application} Application */
/** @typedef {import("./known.js").Interview} Interview */

const { make, isolate } = poise.dom;
const { say } = poise.words;

/** @type {(place: Place, application: Pick<Application, "id" | "outcome">) => HTMLElement[]} */
export const outcomeButtons = (place, { id, outcome }) => {
  const put = (/** @type {string | null} */ kind) => place.act(decide(id, kind));
  const again = outcome ? [button(say("takeUpAgain"), "outcome-none", () => put(null), "plain")] : [];
  return [...OUTCOMES.filter((kind) => kind !== outcome?.kind).map((kind) => button(say(`outcome_${kind}`), `outcome-${kind}`, () => put(kind))), ...again];
};

/** @type {(place: Place, application: Application) => HTMLElement} */
const outcomePart = (place, application) =>
  make("section", {}, make("h3", {}, say("whatCame")),
    application.outcome ? make("p", {}, say(`outcome_${application.outcome.kind}`), " · ", moment(Date.parse(application.outcome.at))) : null,
    make("div", { class: "row" }, ...outcomeButtons(place, application)));

/** An interview that was said in another zone than this machine's is said in that one too. */
/** @type {(interview: Interview) => string} */
const interviewWords = ({ starts, zone }) => {
  const here = moment(Date.parse(starts));
  if (!zone || zone === Intl.DateTimeFormat().resolvedOptions().timeZone) return here;
  const options = /** @type {const} */ ({ timeZone: zone, hour: "numeric", minute: "2-digit", timeZoneName: "short" });
  const there = new Intl.DateTimeFormat(poise.words.language(), options).format(Date.parse(starts));
  return here.endsWith(there) ? here : `${here} (${there})`;
};

/** @type {(place: Place, application: Application) => HTMLElement} */
const interviewsPart = (place, { id, interviews }) => {
  const set = (/** @type {Interview[]} */ gone, /** @type {Interview[]} */ come) => changeApplication(id, (before) => ({ interviews: rebooked(before.interviews, gone, come) }));
  const rows = interviews.map((one, at) => {
    const move = () => ask(place, { title: say("moveInterview"), fields: interviewFields(one), change: (form) => set([one], interviewFrom(form)) });
    return make("li", { "data-id": `${id}-${at}` }, make("span", {}, interviewWords(one)), make("span", { class: "row" },
      button(say("moveInterview"), "move", move, "plain"), button(say("cancelInterview"), "call-off", () => place.act(set([one], [])), "plain")));
  });
  const another = () => ask(place, { title: say("anotherRound"), fields: interviewFields(null), change: (form) => set([], interviewFrom(form)) });
  return lineList(say("interviewsTitle"), rows, say("noInterviews"), button(say("anotherRound"), "another", another));
};

/** @type {(place: Place, application: Application) => HTMLElement} */
const peoplePart = (place, { id, company }) => {
  const team = place.known().team(id).map(({ person, part }) =>
    make("li", { "data-id": person.id }, link(isolate(person.name), `#people/${person.id}`), make("span", { class: "quiet" }, say(`part_${part}`))));
  return lineList(say("peopleHere"), team, say("nobodyHere"), button(say("addPerson"), "add-person", () => newPerson(place, company)));
};

/** What the user puts away holds nothing any more, whatever came of it. */
/** @type {(place: Place, application: Application) => HTMLElement | null} */
const archiveButton = (place, application) => {
  const put = (/** @type {boolean} */ archived) => place.act(changeApplication(application.id, () => ({ archived })));
  if (application.archived) return button(say("takeOut"), "unarchive", () => put(false));
  return isOver(application) ? null : button(say("putAway"), "archive", () => put(true), "plain");
};

/** @type {(place: Place, application: Application) => HTMLElement[]} */
export const applicationCard = (place, application) => {
  const { id, company, role, notes } = application;
  const edit = () => ask(place, { title: say("edit"), fields: applicationFields(application), change: (form) => changeApplication(id, () => applicationFrom(form)) });
  return [
    make("p", { class: "back" }, link(say("backToList"), "#applications")),
    make("div", { class: "card-head" }, make("h2", { tabindex: "-1" }, isolate(company)), role ? make("p", {}, isolate(role)) : null,
      make("p", { class: "stage", "data-stage": application.stage }, stageWords(application, Date.now())), notes ? make("p", { class: "notes", dir: "auto" }, notes) : null),
    picture([lineOf(place.known(), application, Date.now())], { reach: "all", alone: true }),
    outcomePart(place, application), interviewsPart(place, application), peoplePart(place, application),
    make("div", { class: "row", "data-id": id }, button(say("edit"), "edit", edit), archiveButton(place, application) ?? "",
      button(say("removeApplication"), "remove", () => place.act(removeApplication(id), say("removed")), "plain")),
  ];
};
