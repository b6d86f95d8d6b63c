// The data on their way out, as files; and the backups.
import { request } from "../page.js";
import { backups } from "./backups.js";
import { during } from "./working.js";
import { button } from "../button.js";
import { heading } from "./parts.js";

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

/** @type {(place: Place) => import("./place.js").View} */
export const keeping = (place) => {
  const kept = backups(place);
  return { element: make("div", { class: "reading" }, heading(say("view_data")), exportPart(place), kept.element), update: kept.update };
};
