// Pairing by a code: from the terminal by hand, or filled in from the address by `make run`.
import { begin, find, hash, tell } from "./page.js";
import { showNotify } from "./notify.js";
import { showQuiet } from "./quiet.js";

begin();
const { say } = poise.words;
const outcome = find("#outcome");
/** @type {HTMLInputElement} */
const code = find("#code");
/** @type {HTMLInputElement} */
const port = find("#port");
/** @type {HTMLButtonElement} */
const button = find("#pair");

/** @param {{ paired: boolean, why?: string }} result */
const show = ({ paired, why }) => {
  outcome.dataset.outcome = paired ? "paired" : (why ?? "");
  outcome.textContent = paired ? say("paired") : why ? say(`pairFailed_${why}`) : "";
  find("#unpair").hidden = !paired;
};

find("#pairing").addEventListener("submit", async (event) => {
  event.preventDefault();
  button.disabled = true;
  show(await tell({ kind: "pair", code: code.value, port: Number(port.value) }));
  button.disabled = false;
});

find("#unpair").addEventListener("click", async () => {
  await tell({ kind: "unpair" });
  show({ paired: false });
});

const given = hash();
code.value = given.get("code") ?? "";
port.value = given.get("port") ?? port.value;
// The code leaves the address at once, so that neither history nor a glance keeps it.
if (given.has("code")) history.replaceState(null, "", location.pathname);
if (given.has("now") && code.value) button.click();
await showQuiet();
await showNotify();
document.documentElement.dataset.ready = "true";
