// The people: found by name, filtered by where they stand, and one of them with all that can be done.
import { repaint } from "./place.js";
import { button } from "../button.js";
import { empty, heading, inParts, link, listed, select } from "./parts.js";
import { Finder } from "./filter.js";
import { newPerson } from "./forms.js";
import { personCard } from "./person.js";
import { standingWords } from "./words.js";
import { number } from "./times.js";

/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./known.js").Person} Person */
/** @typedef {import("./known.js").Standing} Standing */
/** @typedef {{ person: Person, standing: Standing }} Entry */

const { make, isolate } = poise.dom;
const { say, language } = poise.words;
const AT_ONCE = 300;
const WAITING = ["awaiting", "scheduled"];

/** What one can look for, each with what fits it. */
/** @type {Record<string, (entry: Entry) => boolean>} */
const FILTERS = {
  all: () => true,
  waiting: ({ standing, person }) => WAITING.includes(standing.stage) && !person.trusted && person.roles.some(({ part }) => part === "interviewer"),
  open: ({ standing }) => ["awaiting", "scheduled", "applied"].includes(standing.stage),
  decided: ({ standing }) => ["offered", "hired", "rejected", "withdrawn"].includes(standing.stage),
  trusted: ({ person }) => person.trusted,
  unplaced: ({ person }) => !person.profiles.length,
};

const ORDER = ["awaiting", "scheduled", "applied", "offered", "hired", "rejected", "withdrawn", "none"];

/** @type {(all: Entry[]) => Entry[]} those who wait longest first, then by stage and name */
const sorted = (all) => {
  const { compare } = new Intl.Collator(language());
  return all.sort((a, b) =>
    ORDER.indexOf(a.standing.stage) - ORDER.indexOf(b.standing.stage) || (a.standing.since ?? 0) - (b.standing.since ?? 0) || compare(a.person.name, b.person.name));
};

/** @type {(place: Place, entry: Entry, now: number) => HTMLElement} */
const row = (place, { person, standing }, now) => {
  const { company, role } = standing.application ?? {};
  return make("li", { "data-id": person.id },
    make("a", { href: `#people/${person.id}`, class: "row-link", "aria-current": place.route().id === person.id ? "true" : null },
      make("strong", {}, isolate(person.name)),
      company ? make("span", {}, ...listed([company, role])) : null,
      make("span", { class: "quiet" }, standingWords(standing, now), person.trusted ? ` · ${say("trustedByYou")}` : "")));
};

/** @type {(place: Place) => import("./place.js").View} */
export const people = (place) => {
  const finder = new Finder((/** @type {Entry} */ { person, standing }) => [person.name, person.headline ?? "", standing.application?.company ?? "", standing.application?.role ?? ""].join(" "));
  /** @type {{ known: import("./known.js").Known | null, entries: Entry[] }} */
  const kept = { known: null, entries: [] };
  const search = make("input", { type: "search", name: "find", "aria-label": say("findPerson"), placeholder: say("findPerson") });
  const filter = select("filter", Object.keys(FILTERS).map((name) => [name, say(`filter_${name}`)]));
  filter.setAttribute("aria-label", say("filterTitle"));
  const count = make("p", { class: "quiet", role: "status" });
  const list = make("ul", { class: "list", "aria-label": say("view_people") });
  const detail = make("section", { class: "detail", "aria-label": say("onePerson") });
  const master = make("div", { class: "master" }, make("div", { class: "tools" }, search, filter), count, list);
  const add = () => newPerson(place);
  const element = make("div", {}, heading(say("view_people"), button(say("addPerson"), "add", add, "main")), make("div", { class: "halves" }, master, detail));

  const entries = () => {
    if (kept.known !== place.known()) {
      const known = (kept.known = place.known());
      kept.entries = sorted(known.people.map((person) => ({ person, standing: known.standing(person, Date.now()) })));
    }
    return kept.entries;
  };
  const show = () => {
    const all = entries();
    const found = finder.among(all, search.value).filter(FILTERS[filter.value]);
    count.textContent = found.length === all.length ? say("peopleCount", number(all.length)) : say("foundCount", number(found.length), number(all.length));
    repaint(list);
    inParts(list, found, AT_ONCE, (entry) => row(place, entry, Date.now()));
    if (!found.length) list.append(make("li", { class: "quiet" }, say("nothingFound")));
  };
  search.addEventListener("input", show);
  filter.addEventListener("change", show);

  const update = () => {
    const { id } = place.route();
    const one = place.known().person(id);
    const nobody = !place.known().people.length;
    element.classList.toggle("chosen", id !== null);
    master.hidden = nobody;
    show();
    if (nobody) return repaint(detail, empty(say("noPeople"), say("noPeopleHow"), button(say("addPerson"), "add-first", add, "main"), link(say("importInstead"), "#import")));
    repaint(detail, ...(one ? personCard(place, one) : [make("p", { class: "quiet" }, say(id ? "noteGone" : "choosePerson"))]));
  };
  return { element, update };
};
