// The page the user is looking at: track its person or its company. Its content script reads the top card, the user confirms.
import { api, cameOf, find } from "./page.js";
import { button, oneAtATime } from "./button.js";
import { add, bookedFrom, own } from "./facts.js";
import { LATEST } from "./local.js";
import { PARTS } from "./vocabulary.js";

/** @typedef {import("./tab.js").Looked} Looked */
/** @typedef {import("./person.js").Changed} Changed */

const { make, isolateIn } = poise.dom;
const { say } = poise.words;

/** @type {(name: string, words: string, value: string | null, attributes?: Record<string, string | boolean>) => HTMLElement} */
const field = (name, words, value, attributes = {}) =>
  make("label", {}, make("span", {}, words), make("input", { name, value: value ?? "", ...attributes }));

const partField = () =>
  make("label", {}, make("span", {}, say("fieldPart")),
    make("select", { name: "part" }, ...PARTS.map((part) => make("option", { value: part }, say(`part_${part}`)))));

/** @type {(about: any) => HTMLElement[]} */
const personFields = ({ name, company }) => [
  field("name", say("fieldName"), name, { required: true }), field("company", say("fieldCompany"), company, { required: true }),
  field("role", say("fieldRole"), null), field("interview", say("fieldInterview"), null, { type: "datetime-local", max: LATEST }), partField(),
];

/** @type {(about: any, form: FormData) => object} */
const tracked = (about, form) => {
  const said = (/** @type {string} */ name) => String(form.get(name) ?? "").trim() || null;
  const company = said("company");
  if (about.kind === "company") return { company, pages: [about.url, ...about.ids] };
  const interview = said("interview");
  return {
    company, name: said("name"), headline: about.headline, role: said("role"), part: said("part") ?? "interviewer",
    profiles: [about.url, ...about.ids], interviews: interview ? [bookedFrom(interview)] : [],
  };
};

/** What is typed stays until it is saved; why it was not is said under it. */
/** @type {(about: any, title: string, fields: HTMLElement[], changed: Changed) => HTMLElement} */
const form = (about, title, fields, changed) => {
  const wrong = make("p", { role: "alert", class: "wrong" });
  const made = make("form", { "data-form": about.kind }, make("h2", {}, title), ...fields, wrong,
    make("div", { class: "row" }, make("button", { type: "submit", class: "main" }, say("save"))));
  const save = oneAtATime(async () => {
    const outcome = await add("/track", tracked(about, new FormData(made)));
    wrong.textContent = outcome.wrong ? cameOf(outcome) : "";
    if (outcome.wrong) return;
    delete made.dataset.of; // nothing is being typed any more
    await changed(outcome);
  });
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    void save();
  });
  return made;
};

/** The page as it shows itself, read by its own content script now that the user asks; its address alone where it has moved on. */
/** @type {(looked: Looked) => Promise<any>} */
const read = async ({ tab, marks: [url, ...ids] }) => {
  const about = await api.tabs.sendMessage(tab, { kind: "about" }, { frameId: 0 }).catch(() => null);
  return about?.url === url ? about : { url, ids, name: null, headline: null, company: null };
};

/** @type {(kind: "person" | "company", about: any, changed: Changed) => HTMLElement} */
const formOf = (kind, about, changed) => {
  const unread = about.name ? [] : [make("p", { class: "quiet" }, say("couldNotRead"))];
  if (kind === "person") return form({ ...about, kind }, say("trackPerson"), [...unread, ...personFields(about)], changed);
  return form({ ...about, kind }, say("trackPage"), [...unread, field("company", say("fieldCompany"), about.name, { required: true })], changed);
};

/** @type {(looked: Looked, kind: string, changed: Changed) => HTMLElement} */
const offer = (looked, kind, changed) => {
  const choices = /** @type {const} */ ([["person", "trackPerson"], ["company", "trackPage"]]).filter(([one]) => kind === "profile" || kind === one);
  const buttons = choices.map(([one, words]) => {
    const choice = button(say(words), `track-${one}`, async () => {
      const made = formOf(one, await read(looked), changed);
      made.dataset.of = looked.page?.url;
      find("#here").replaceChildren(made);
      find("#here input").focus();
    }, "main");
    choice.dataset.track = one;
    return choice;
  });
  return make("div", { class: "row" }, ...buttons);
};

/** These marks are somebody's after all. */
/** @type {(id: string, marks: string[], changed: Changed) => Promise<void>} */
const take = async (id, marks, changed) => changed(await own(id, marks, true));

/** The user said that this page is somebody else's; said in error, it is taken back here. */
/** @type {(one: Guarded, marks: string[], changed: Changed) => HTMLElement} */
const denied = ({ id, name }, marks, changed) =>
  make("div", { class: "state", "data-kind": "denied" }, make("p", {}, ...isolateIn(say("deniedHere", name), [name])),
    make("p", { class: "row" }, button(say("theirsAfterAll"), "theirs", () => take(id, marks, changed))));

/** Whose number the page has, under an address of theirs that is not known: people rename their pages. */
/** @type {(one: Guarded, url: string, changed: Changed) => HTMLElement} */
const newAddress = ({ id, name }, url, changed) =>
  make("div", { class: "state", "data-kind": "renamed" }, make("p", {}, ...isolateIn(say("renamedHere", name), [name])),
    make("p", { class: "row" }, button(say("addAddress"), "add-address", () => take(id, [url], changed))));

/** What can be said of a page that has an owner; what is being typed about it stays. */
/** @type {(guarded: Guarded[], looked: Looked | null, changed: Changed) => void} */
export const showHere = (guarded, looked, changed) => {
  const box = find("#here");
  const { url, kind = null, moved = null } = looked?.page ?? {};
  if (box.querySelector("form")?.dataset.of === url) return;
  if (!looked || !kind || guarded.some(({ identities }) => looked.marks.some((mark) => identities.includes(mark)))) return box.replaceChildren();
  const owner = guarded.find(({ id }) => id === moved);
  if (owner) return box.replaceChildren(...(owner.kind === "person" ? [newAddress(owner, looked.marks[0], changed)] : []));
  const other = guarded.find((one) => one.kind === "person" && looked.marks.some((mark) => one.not_identities.includes(mark)));
  box.replaceChildren(...(other ? [denied(other, looked.marks, changed)] : []), offer(looked, kind, changed));
};
