// The browsers that are connected: what each is called, and taking its key away.
import { find, request, tell } from "./page.js";

const { make } = poise.dom;
const { ago, say } = poise.words;

/** @typedef {{ keyid: string, name: string, created_at: string, this: boolean }} Connected */

/** @param {string} words */
const told = (words) => { find("#browsers-outcome").textContent = words; };

/** @type {(one: Connected) => HTMLElement} */
const naming = (one) => {
  const name = make("input", { name: "name", value: one.name, required: "", maxlength: "300", "aria-label": say("fieldName") });
  const form = make("form", { class: "row" }, name, make("button", { type: "submit", class: "plain" }, say("rename")));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const said = /** @type {HTMLInputElement} */ (name).value;
    const { wrong } = await request("PATCH", `/browsers/${one.keyid}`, { name: said });
    told(wrong ?? say("renamed", said));
  });
  return form;
};

/** @type {(one: Connected) => HTMLElement} */
const revoking = (one) => {
  const button = make("button", { type: "button", class: "plain", "data-revoke": one.keyid }, say("revoke"));
  button.addEventListener("click", async () => {
    const { wrong } = await request("DELETE", `/browsers/${one.keyid}`);
    if (!wrong && one.this) await tell({ kind: "renew" }); // its own key: this browser is the first to notice
    told(wrong ?? say("revoked", one.name));
    if (!wrong) await showBrowsers();
  });
  return button;
};

/** @type {(one: Connected) => HTMLElement} */
const row = (one) => {
  const since = say("connectedSince", ago(Date.parse(one.created_at), Date.now()));
  const words = one.this ? `${say("thisBrowser")} · ${since}` : since;
  return make("li", { class: "person", "data-keyid": one.keyid }, naming(one), make("p", { class: "row" }, make("span", { class: "quiet" }, words), revoking(one)));
};

/** Show them, where the service says that there are any. */
export const showBrowsers = async () => {
  const { body } = await request("GET", "/browsers");
  /** @type {Connected[]} */
  const items = body?.items ?? [];
  find("#browsers").hidden = !items.length;
  find("#browsers ul").replaceChildren(...items.map(row));
};
