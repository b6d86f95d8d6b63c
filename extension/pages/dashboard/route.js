// Which part of the page an address means: `#applications/ID`, `#people/ID`, `#agenda` … Pure.

export const VIEWS = ["overview", "applications", "people", "import", "rules", "history", "data", "browsers"];

/** Names of parts within a view, each with the view that it is in. */
const PARTS = /** @type {Record<string, string>} */ ({ time: "overview", agenda: "overview", export: "data", backups: "data" });

/** @typedef {{ view: string, part: string | null, id: string | null }} Route */

/** @type {(text: string) => string} */
const plain = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
};

/** `part` is what to look at first; an address that means nothing leads to the overview. `person=ID` is how other pages ask. */
/** @type {(hash: string) => Route} */
export const routeOf = (hash) => {
  const text = plain(hash.replace(/^#/, ""));
  const person = new URLSearchParams(text).get("person");
  if (person) return { view: "people", part: null, id: person };
  const [name, id] = text.split("/");
  if (Object.hasOwn(PARTS, name)) return { view: PARTS[name], part: name, id: null };
  return VIEWS.includes(name) ? { view: name, part: null, id: id || null } : { view: "overview", part: null, id: null };
};
