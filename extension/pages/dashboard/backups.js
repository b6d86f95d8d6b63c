// The backups: those that are there, one more whenever the user likes, and bringing one back after a second look.
import { request } from "../page.js";
import { ask } from "./asking.js";
import { button } from "../button.js";
import { inParts } from "./parts.js";
import { repaint } from "./place.js";
import { bytes, moment } from "./times.js";
import { during } from "./working.js";

/** @typedef {import("./place.js").Place} Place */
/** @typedef {{ name: string, kind: string, made_at: string, bytes: number }} Backup */

const { make } = poise.dom;
const { say } = poise.words;
const PATIENCE = 120_000;
const AT_ONCE = 15;

/** @type {(name: string) => Promise<import("../facts.js").Outcome>} */
const bringBack = (name) => request("POST", `/backups/${encodeURIComponent(name)}/restore`, undefined, undefined, PATIENCE);

/** What a backup replaced is a backup too: bringing that one back undoes it. */
/** @type {(place: Place, backup: Backup) => void} */
const askBack = (place, { name, kind, made_at }) => {
  const when = moment(Date.parse(made_at));
  ask(place, {
    title: say("restoreTitle"), submit: say("restore"), words: say("restoreDone", when),
    fields: [make("p", {}, make("strong", {}, when), ` · ${say(`backup_${kind}`)}`), make("p", {}, say("restoreHow"))],
    change: () => ({ work: bringBack(name), back: ({ body }) => bringBack(body.replaced.name) }),
  });
};

/** @type {(place: Place, backup: Backup) => HTMLElement} */
const row = (place, backup) => {
  const when = moment(Date.parse(backup.made_at));
  const back = button(say("restore"), "restore", () => askBack(place, backup), "plain");
  back.setAttribute("aria-label", say("restoreThis", when));
  return make("li", { "data-id": backup.name, "data-kind": backup.kind },
    make("span", {}, when, make("br"), make("span", { class: "quiet" }, `${say(`backup_${backup.kind}`)} · ${bytes(backup.bytes)}`)), back);
};

/** @type {(place: Place) => { element: HTMLElement, update: () => Promise<void> }} */
export const backups = (place) => {
  const [box, list] = [make("div", {}), make("ul", { class: "lines" })];
  const making = async () => {
    const outcome = await during(box, say("backupMaking"), request("POST", "/backups", undefined, undefined, PATIENCE));
    place.notice(!outcome ? say("backupLeft") : outcome.wrong ? say("backupFailed", outcome.wrong) : say("backupMade"));
    await update();
  };
  const update = async () => {
    const { body, wrong } = await request("GET", "/backups");
    repaint(list, ...(wrong ? [make("li", { class: "wrong" }, wrong)] : []));
    if (wrong) return;
    inParts(list, body.items, AT_ONCE, (/** @type {Backup} */ one) => row(place, one));
    if (!body.items.length) list.append(make("li", { class: "quiet" }, say("backupsEmpty")));
  };
  const element = make("section", { id: "backups", tabindex: "-1" }, make("h2", {}, say("backupTitle")), make("p", {}, say("backupHow")),
    make("div", { class: "row" }, button(say("backupMake"), "backup", making)), box, list,
    make("p", { class: "quiet" }, say("backupElsewhere"), " ", make("code", {}, say("command_backup"))));
  return { element, update };
};
