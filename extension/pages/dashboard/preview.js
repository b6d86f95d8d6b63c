// What taking a file would do: each thing with its tick, those that leave a doubt first.
import { button } from "../button.js";
import { field, inParts } from "./parts.js";
import { number } from "./times.js";

/** @typedef {{ id: string, does: string, chosen: boolean, text: string, doubt: string | null, why: string | null }} Row */
/** @typedef {{ id: string, rows: Row[], findings: string[], notes: string[], same: number, others: number }} Found */

const { make } = poise.dom;
const { say } = poise.words;
const AT_ONCE = 200;

export class Preview {
  /** @param {Found} found @param {(rows: { id: string, company: string | null }[]) => unknown} accept */
  constructor(found, accept) {
    this._found = found;
    this._accept = accept;
    this._chosen = new Set(found.rows.filter(({ chosen }) => chosen).map(({ id }) => id));
    /** @type {Map<string, string>} */
    this._companies = new Map();
    this._go = button("", "take", () => accept(this._rows()), "main");
    this._lists = make("div", { class: "stack" });
  }

  _rows() {
    return [...this._chosen].map((id) => ({ id, company: this._companies.get(id) ?? null }));
  }

  _count() {
    this._go.textContent = say("takeCount", number(this._chosen.size));
    this._go.disabled = !this._chosen.size;
  }

  /** @param {Row} row */
  _row({ id, text, doubt, why }) {
    const box = make("input", { type: "checkbox", name: id, checked: this._chosen.has(id) });
    box.addEventListener("change", () => { this._chosen[box.checked ? "add" : "delete"](id); this._count(); });
    const company = why === "no_company" ? field(`company-${id}`, say("whichCompany"), this._companies.get(id)) : null;
    company?.querySelector("input")?.addEventListener("input", ({ target }) => {
      const words = /** @type {HTMLInputElement} */ (target).value.trim();
      if (words) this._companies.set(id, words);
      else this._companies.delete(id);
      box.checked = Boolean(words);
      this._chosen[words ? "add" : "delete"](id);
      this._count();
    });
    return make("li", {}, make("label", { class: "check" }, box, make("span", { dir: "auto" }, text)), company ?? (doubt ? make("p", { class: "quiet doubt" }, doubt) : null));
  }

  /** @param {string} title @param {Row[]} rows @returns {HTMLElement[]} */
  _group(title, rows) {
    if (!rows.length) return [];
    const list = make("ul", { class: "lines ticks" });
    inParts(list, rows, AT_ONCE, (row) => this._row(row));
    return [make("section", {}, make("h3", {}, `${title} (${number(rows.length)})`), list)];
  }

  _paint() {
    const { rows } = this._found;
    this._lists.replaceChildren(...this._group(say("importDoubtful"), rows.filter(({ doubt }) => doubt)), ...this._group(say("importSure"), rows.filter(({ doubt }) => !doubt)));
    this._count();
  }

  /** @param {boolean} on */
  _all(on) {
    this._chosen = new Set(on ? this._found.rows.map(({ id }) => id) : []);
    this._paint();
  }

  parts() {
    const { rows, findings, notes, same, others } = this._found;
    const told = [...findings, ...notes, ...(same ? [say("importSame", number(same))] : []), ...(others ? [say("importOthers", number(others))] : [])];
    this._paint();
    return [
      ...(told.length ? [make("ul", {}, ...told.map((words) => make("li", { dir: "auto" }, words)))] : []),
      ...(rows.length ? [this._lists, make("div", { class: "row" }, this._go, button(say("chooseAll"), "all", () => this._all(true), "plain"), button(say("chooseNone"), "none", () => this._all(false), "plain"))]
        : [make("p", {}, say("importNothing"))]),
    ];
  }
}
