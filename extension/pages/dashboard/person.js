// One person: where they stand, what is next, what passed between the user and them.
import { ask, linesOf, said, textOf } from "./asking.js";
import { changePerson, log, removeInteraction, removePerson } from "./changes.js";
import { partField, personFields, whenField } from "./forms.js";
import { button } from "../button.js";
import { fold, labelled, lineList, link, listed, select } from "./parts.js";
import { step } from "./step.js";
import { asInstant } from "../local.js";
import { moment } from "./times.js";
import { CHANNELS, KINDS, REASONS } from "../vocabulary.js";
import { channelWords, kindWords, standingWords } from "./words.js";

/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./known.js").Person} Person */

const { make, isolate } = poise.dom;
const { say } = poise.words;

/** @type {(place: Place, person: Person) => void} */
const askWhatHappened = (place, { id }) =>
  ask(place, {
    title: say("somethingHappened"),
    fields: [
      labelled(say("fieldWhat"), select("kind", KINDS.map((kind) => [kind, kindWords(kind)]))),
      labelled(say("fieldChannel"), select("channel", CHANNELS.map((channel) => [channel, channelWords(channel)]))),
      whenField(),
    ],
    change: (form) => log(id, said(form, "kind") ?? "", said(form, "channel"), asInstant(form.get("at"))),
  });

/** @type {(place: Place, person: Person) => HTMLElement} */
const passedPart = (place, person) => {
  const entries = [...place.known().passed(person.id)].reverse().map(({ id, kind, channel, at }) =>
    make("li", { "data-id": id }, make("span", {}, kindWords(kind), channel ? ` · ${channelWords(channel)}` : "", make("br"), make("span", { class: "quiet" }, moment(Date.parse(at)))),
      button(say("remove"), "remove-entry", () => place.act(removeInteraction(id), say("removed")), "plain")));
  return lineList(say("passedTitle"), entries, say("nothingPassed"), button(say("somethingHappened"), "log", () => askWhatHappened(place, person)));
};

/** @type {(place: Place, person: Person) => HTMLElement} */
const partsPart = (place, { id, roles }) => {
  const rows = roles.flatMap(({ application, part }) => {
    const one = place.known().application(application);
    const other = () => ask(place, { title: say("fieldPart"), fields: [partField(part)], change: (form) => changePerson(id, (before) => ({
      roles: before.roles.map((/** @type {any} */ role) => (role.application === application ? { application, part: said(form, "part") } : role)) })) });
    return one ? [make("li", { "data-id": application }, link(make("span", {}, ...listed([one.company, one.role])), `#applications/${application}`),
      button(say(`part_${part}`), "part", other, "plain"))] : [];
  });
  return lineList(say("theirApplications"), rows, say("noApplicationOfTheirs"));
};

/** @type {(person: Person) => HTMLElement | null} */
const profilesPart = ({ profiles }) => {
  const addresses = profiles.filter((mark) => mark.startsWith("https://"));
  return addresses.length ? make("ul", { class: "lines" }, ...addresses.map((url) => make("li", {}, link(isolate(url.replace(/^https:\/\/(www\.)?/, "")), url, { target: "_blank", rel: "noreferrer" })))) : null;
};

/** @type {(place: Place, person: Person) => HTMLElement} */
const trustPart = (place, { id, trusted, reason }) => {
  const put = (/** @type {boolean} */ on, /** @type {string | null} */ why) => place.act(changePerson(id, () => ({ trusted: on, reason: why })));
  if (trusted) return make("div", { class: "row" }, make("span", {}, say("trustedByYou"), reason ? ` (${reason})` : ""), button(say("untrust"), "untrust", () => put(false, null)));
  return fold(say("trustTitle"), "trust", make("div", { class: "row" }, ...REASONS.map((why) => button(say(why), why, () => put(true, say(why))))));
};

/** @type {(place: Place, person: Person) => void} */
const askWho = (place, person) =>
  ask(place, { title: say("edit"), fields: personFields(person), change: (form) => changePerson(person.id, () => ({
    name: said(form, "name"), headline: said(form, "headline"), profiles: linesOf(form, "profiles"), notes: textOf(form, "notes") })) });

/** @type {(place: Place, person: Person) => HTMLElement[]} */
export const personCard = (place, person) => {
  const { id, name, headline, notes } = person;
  const standing = place.known().standing(person, Date.now());
  const steps = place.known().next(id);
  return [
    make("p", { class: "back" }, link(say("backToList"), "#people")),
    make("div", { class: "card-head" }, make("h2", { tabindex: "-1" }, isolate(name)), headline ? make("p", { class: "quiet" }, isolate(headline)) : null,
      make("p", { class: "stage", "data-stage": standing.stage }, standingWords(standing, Date.now())), profilesPart(person), notes ? make("p", { class: "notes", dir: "auto" }, notes) : null),
    ...(steps.length ? [make("section", {}, make("h3", {}, say("nextTitle")), make("ul", { class: "agenda" }, ...steps.map((item) => step(place, item))))] : []),
    passedPart(place, person), partsPart(place, person), trustPart(place, person),
    make("div", { class: "row", "data-id": id }, button(say("edit"), "edit", () => askWho(place, person)),
      button(say("stopTracking"), "forget", () => place.act(removePerson(id), say("removed")), "plain")),
  ];
};
