// The data on their way out: exports as files, and how backups are made and brought back.
import { request } from "../page.js";
import { during } from "./working.js";
import { button, heading } from "./parts.js";

/** @typedef {import("./place.js").Place} Place */

const { make } = poise.dom;
const { say, language } = poise.words;
const FORMATS = ["json", "csv", "zip", "ics"];
const PATIENCE = 120_000;
const LATER = 60_000;

/** @type {(file: { name: string, type: string, content: string }) => void} the browser saves it as it saves every download */
const save = ({ name, type, content }) => {
  const url = URL.createObjectURL(new Blob([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], { type }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), LATER);
};

/** @type {(place: Place) => HTMLElement} */
const exportPart = (place) => {
  const box = make("div", {});
  const give = async (/** @type {string} */ format) => {
    const work = request("GET", `/export?format=${format}&language=${language()}`, undefined, {}, PATIENCE);
    const outcome = await during(box, say("exportMaking"), work);
    if (!outcome) return place.notice(say("exportStopped"));
    if (outcome.wrong) return place.notice(say("exportFailed", outcome.wrong));
    save(outcome.body);
    place.notice(say("exportDone", outcome.body.name));
  };
  const rows = FORMATS.map((format) => make("li", {}, make("span", {}, say(`export_${format}`)), button(say("exportAs", format.toUpperCase()), `export-${format}`, () => give(format))));
  return make("section", { id: "export", tabindex: "-1" }, make("h2", {}, say("exportTitle")), make("p", {}, say("exportHow")), make("ul", { class: "lines" }, ...rows), box);
};

const backupPart = () =>
  make("section", { id: "backups", tabindex: "-1" }, make("h2", {}, say("backupTitle")), make("p", {}, say("backupHow")),
    make("ul", { class: "lines" }, ...["backup", "restore"].map((command) => make("li", {}, make("span", {}, say(`backup_${command}`)), make("code", {}, say(`command_${command}`))))));

/** @type {(place: Place) => import("./place.js").View} */
export const keeping = (place) => ({
  element: make("div", { class: "reading" }, heading(say("view_data")), exportPart(place), backupPart()), update: () => {},
});
