// The applications: those that are open, the archive of those that are over, and one of them with all that can be done about it.
import { repaint } from "./place.js";
import { button } from "../button.js";
import { empty, heading, inParts, link, listed } from "./parts.js";
import { inArchive } from "./known.js";
import { Finder } from "./filter.js";
import { stageWords } from "./words.js";
import { newApplication } from "./forms.js";
import { applicationCard } from "./application.js";
import { number } from "./times.js";

/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./known.js").Application} Application */

const { make, isolate } = poise.dom;
const { say } = poise.words;
const AT_ONCE = 100;

/** @type {(place: Place, application: Application) => HTMLElement} */
const row = (place, { id, ...application }) => {
  const current = place.route().id === id ? "true" : null;
  const team = place.known().team(id).map(({ person }) => person.name);
  return make("li", { "data-id": id },
    make("a", { href: `#applications/${id}`, class: "row-link", "aria-current": current },
      make("strong", {}, isolate(application.company)), application.role ? make("span", {}, isolate(application.role)) : null,
      make("span", { class: "quiet" }, stageWords({ id, ...application }, Date.now())),
      team.length ? make("span", { class: "quiet" }, ...listed(team.slice(0, 3)), team.length > 3 ? ` +${team.length - 3}` : "") : null));
};

/** @type {(a: Application, b: Application) => number} the ones that moved last come first */
const byMoved = (a, b) => moved(b) - moved(a) || a.company.localeCompare(b.company);

/** @type {(application: Application) => number} */
const moved = ({ interviews, outcome, applied_on }) =>
  Math.max(0, ...interviews.map(({ starts }) => Date.parse(starts)), outcome ? Date.parse(outcome.at) : 0, applied_on ? Date.parse(applied_on) : 0);

/** @type {(place: Place) => import("./place.js").View} */
export const applications = (place) => {
  const finder = new Finder((/** @type {Application} */ one) =>
    [one.company, one.role ?? "", ...place.known().team(one.id).map(({ person }) => person.name)].join(" "));
  const search = make("input", { type: "search", name: "find", "aria-label": say("findApplication"), placeholder: say("findApplication") });
  const open = make("ul", { class: "list", "aria-label": say("applicationsOpen") });
  const archive = make("ul", { class: "list" });
  const archiveTitle = make("summary", {});
  const archived = make("details", { "data-fold": "archive" }, archiveTitle, archive);
  const count = make("p", { class: "quiet", role: "status" });
  const detail = make("section", { class: "detail", "aria-label": say("oneApplication") });
  const lists = make("div", { class: "master" }, make("div", { class: "tools" }, search), count, open, archived);
  const element = make("div", {}, heading(say("view_applications"), button(say("addApplication"), "add", () => newApplication(place), "main")),
    make("div", { class: "halves" }, lists, detail));

  const list = () => {
    const all = finder.among(place.known().applications, search.value).sort(byMoved);
    const over = all.filter(inArchive);
    const going = all.filter((one) => !inArchive(one));
    const shown = place.known().application(place.route().id);
    count.textContent = search.value ? say("foundCount", number(all.length), number(place.known().applications.length)) : "";
    repaint(open);
    inParts(open, going, AT_ONCE, (one) => row(place, one));
    if (!going.length) open.append(make("li", { class: "quiet" }, say(search.value ? "nothingFound" : "noneOpen")));
    archiveTitle.textContent = say("archiveTitle", number(over.length));
    repaint(archive);
    inParts(archive, over, AT_ONCE, (one) => row(place, one));
    if (shown && inArchive(shown)) archived.open = true;
    archived.hidden = !over.length;
  };
  search.addEventListener("input", list);

  const update = () => {
    const nothing = !place.known().applications.length;
    const { id } = place.route();
    const one = place.known().application(id);
    element.classList.toggle("chosen", id !== null);
    lists.hidden = nothing;
    list();
    if (nothing) return repaint(detail, empty(say("noApplications"), say("noApplicationsHow"), button(say("addApplication"), "add-first", () => newApplication(place), "main"), link(say("importInstead"), "#import")));
    repaint(detail, ...(one ? applicationCard(place, one) : [make("p", { class: "quiet" }, say(id ? "goneApplication" : "chooseApplication"))]));
  };
  return { element, update };
};
