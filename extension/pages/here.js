// The page the user is looking at: track its person or its company. The service reads the top card, the user confirms.
import { find, request } from "./page.js";
import { hourFrom, own } from "./facts.js";

const { make, isolateIn } = poise.dom;
const { say, uuid } = poise.words;
const PARTS = ["interviewer", "recruiter", "referrer"];

/** @type {(name: string, words: string, value: string | null, attributes?: Record<string, string | boolean>) => HTMLElement} */
const field = (name, words, value, attributes = {}) =>
  make("label", {}, make("span", {}, words), make("input", { name, value: value ?? "", ...attributes }));

const partField = () =>
  make("label", {}, make("span", {}, say("fieldPart")),
    make("select", { name: "part" }, ...PARTS.map((part) => make("option", { value: part }, say(`part_${part}`)))));

/** @type {(about: any) => HTMLElement[]} */
const personFields = ({ name, company }) => [
  field("name", say("fieldName"), name, { required: true }), field("company", say("fieldCompany"), company, { required: true }),
  field("role", say("fieldRole"), null), field("interview", say("fieldInterview"), null, { type: "datetime-local" }), partField(),
];

/** @type {(about: any, form: FormData) => object} */
const tracked = (about, form) => {
  const said = (/** @type {string} */ name) => String(form.get(name) ?? "").trim() || null;
  const company = { id: uuid(), company: said("company") };
  if (about.kind === "company") return { ...company, pages: [about.url, ...about.ids] };
  const interview = said("interview");
  return {
    ...company, name: said("name"), headline: about.headline, role: said("role"), part: said("part") ?? "interviewer",
    profiles: [about.url, ...about.ids], interviews: interview ? [hourFrom(interview)] : [],
  };
};

/** @type {(about: any, title: string, fields: HTMLElement[], changed: (words?: string) => Promise<void>) => HTMLElement} */
const form = (about, title, fields, changed) => {
  const made = make("form", { "data-form": about.kind }, make("h2", {}, title), ...fields,
    make("div", { class: "row" }, make("button", { type: "submit", class: "main" }, say("save"))));
  made.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { wrong } = await request("POST", "/track", tracked(about, new FormData(made)));
    await changed(wrong ? say("notSaved", wrong) : say("saved"));
  });
  return made;
};

/** @type {(about: any, changed: (words?: string) => Promise<void>) => HTMLElement} */
const offer = (about, changed) => {
  const asCompany = () => form({ ...about, kind: "company" }, say("trackPage"), [field("company", say("fieldCompany"), about.name, { required: true })], changed);
  const asPerson = () => form({ ...about, kind: "person" }, say("trackPerson"), personFields(about), changed);
  const choices = [...(about.kind === "company" ? [] : [["person", say("trackPerson"), asPerson]]), ...(about.kind === "person" ? [] : [["company", say("trackPage"), asCompany]])];
  const buttons = choices.map(([name, words, make_form]) => {
    const button = make("button", { type: "button", class: "main", "data-track": /** @type {string} */ (name) }, /** @type {string} */ (words));
    button.addEventListener("click", () => {
      find("#here").replaceChildren(/** @type {() => HTMLElement} */ (make_form)());
      find("#here input").focus();
    });
    return button;
  });
  return make("div", { class: "row" }, ...buttons);
};

/** @typedef {import("./tab.js").Looked} Looked */

/** @type {(page: { url: string, top: string | null }) => Promise<any>} */
const read = async ({ url, top }) => {
  const { body } = top ? await request("POST", "/pages/read", { url, html: top }) : { body: null };
  return body?.about ?? null;
};

/** @type {(guarded: Guarded[], about: any) => boolean} */
const known = (guarded, { url, ids }) => guarded.some(({ identities }) => [url, ...ids].some((one) => identities.includes(one)));

/** The user said that this page is somebody else's; said in error, it is taken back here. */
/** @type {(one: Guarded, marks: string[], changed: (words?: string) => Promise<void>) => HTMLElement} */
const denied = ({ id, name }, marks, changed) => {
  const button = make("button", { type: "button", "data-do": "theirs" }, say("theirsAfterAll"));
  button.addEventListener("click", async () => {
    const { wrong } = await own(id, marks, true);
    await changed(wrong ? say("notSaved", wrong) : say("saved"));
  });
  return make("div", { class: "state", "data-kind": "denied" }, make("p", {}, ...isolateIn(say("deniedHere", name), [name])), make("p", { class: "row" }, button));
};

/** Whose number the page has, under an address of theirs that is not known: people rename their pages. */
/** @type {(guarded: Guarded[], about: any) => Guarded | undefined} */
const renamed = (guarded, { url, ids }) =>
  guarded.find(({ kind, identities }) =>
    kind === "person" && !identities.includes(url) && ids.some((/** @type {string} */ id) => identities.includes(id)));

/** @type {(one: Guarded, url: string, changed: (words?: string) => Promise<void>) => HTMLElement} */
const newAddress = ({ id, name }, url, changed) => {
  const button = make("button", { type: "button", "data-do": "add-address" }, say("addAddress"));
  button.addEventListener("click", async () => {
    const { wrong } = await own(id, [url], true);
    await changed(wrong ? say("notSaved", wrong) : say("saved"));
  });
  return make("div", { class: "state", "data-kind": "renamed" }, make("p", {}, ...isolateIn(say("renamedHere", name), [name])), make("p", { class: "row" }, button));
};

/** @type {(guarded: Guarded[], looked: Looked | null, changed: (words?: string) => Promise<void>) => Promise<void>} */
export const showHere = async (guarded, looked, changed) => {
  const box = find("#here");
  const about = looked?.page ? await read(looked.page) : null;
  const moved = about && renamed(guarded, about);
  if (moved) return box.replaceChildren(newAddress(moved, about.url, changed));
  if (!about || known(guarded, about)) return box.replaceChildren();
  const other = guarded.find((one) => one.kind === "person" && looked?.marks.some((mark) => one.not_identities.includes(mark)));
  box.replaceChildren(
    ...(other && looked ? [denied(other, looked.marks, changed)] : []),
    ...(about.name ? [] : [make("p", { class: "quiet" }, say("couldNotRead"))]), offer(about, changed));
};
