// The other interviewers of the same company: one note after another, each its own.
import { find } from "../page.js";

const { make, isolate } = poise.dom;
const { say } = poise.words;
const MOST = 20;

/** @typedef {import("./drafts.js").Draft} Draft */

/** @type {(person: Guarded, guarded: Guarded[]) => Guarded[]} */
const together = (person, guarded) => guarded.filter((one) => one.kind === "person" && one.company === person.company);

/** What the others there get, or got, that they may compare. */
/** @type {(known: Draft[], draft: Draft, person: Guarded, guarded: Guarded[]) => string[]} */
export const texts = (known, draft, person, guarded) => {
  const ids = new Set(together(person, guarded).map(({ id }) => id).filter((id) => id !== person.id));
  return known.filter((one) => ids.has(one.interviewer) && one.kind === draft.kind && one.text).map(({ text }) => text).slice(-MOST);
};

/** @type {(known: Draft[], person: Guarded, guarded: Guarded[], kind: string) => void} */
export const show = (known, person, guarded, kind) => {
  const all = together(person, guarded);
  const done = new Set(known.filter((one) => one.kind === kind && one.sent_at).map((one) => one.interviewer));
  const links = all.map(({ id, name }) =>
    make("a", { href: `#person=${id}&kind=${kind}`, "aria-current": id === person.id && "page" }, isolate(name), done.has(id) ? ` ✓ ${say("done")}` : ""));
  find("#others").hidden = all.length < 2;
  find("#others").replaceChildren(make("span", { class: "quiet" }, say("noteOthers")), ...links);
};
