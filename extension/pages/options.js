// Connecting this browser: through the host, or by a code from the terminal, which `make run` fills in by the address.
import { browserName } from "./browser.js";
import { showBrowsers } from "./browsers.js";
import { api, begin, find, hash, tell } from "./page.js";
import { showNotify } from "./notify.js";
import { showQuiet } from "./quiet.js";
import { showSites } from "./sites.js";

begin();
const { say } = poise.words;
const outcome = find("#outcome");
/** @type {HTMLInputElement} */
const code = find("#code");
/** @type {HTMLInputElement} */
const port = find("#port");
/** @type {HTMLButtonElement} */
const button = find("#pair");
/** @type {HTMLButtonElement} */
const connect = find("#connect");
/** @type {HTMLDetailsElement} */
const connecting = find("#connecting");

/** Why not; `failure`: what nobody thought of. */
/** @type {(why?: string, failure?: string) => string} */
const failed = (why, failure) => (why && say(`pairFailed_${why}`, browserName())) || (failure || why ? say("pairFailed_other", failure ?? why ?? "") : "");

/** @param {{ paired?: boolean, why?: string, failure?: string }} result */
const show = async ({ paired, why, failure }) => {
  outcome.dataset.outcome = paired ? "paired" : (why ?? failure ?? "");
  outcome.textContent = paired ? say("paired") : failed(why, failure);
  find("#unpair").hidden = !paired;
  connecting.open ||= !paired;
  await showBrowsers();
};

const SERVICE = { origins: ["http://127.0.0.1/*"] };
let reachable = await api.permissions.contains(SERVICE);

/** A browser that withholds this computer lets nobody unknown ask the service: asked for in the press that connects. */
const reach = async () => {
  reachable ||= await api.permissions.request(SERVICE).catch(() => false);
};

find("#pairing").addEventListener("submit", async (event) => {
  event.preventDefault();
  await reach();
  button.disabled = true;
  await show(await tell({ kind: "pair", code: code.value, port: Number(port.value) }));
  button.disabled = false;
});

connect.addEventListener("click", async () => {
  connect.disabled = true;
  const { paired, failure } = await tell({ kind: "connect" });
  await show({ paired, failure, why: paired || failure ? undefined : "no_host" });
  connect.disabled = false;
});

find("#unpair").addEventListener("click", async () => {
  await tell({ kind: "unpair" });
  await show({ paired: false });
});

/** What stands there already is said first; how to connect is folded away then, and there for whoever wants it. */
const showConnected = async () => {
  const { meta, trouble } = await tell({ kind: "state" });
  const well = !!meta && !trouble;
  find("#unpair").hidden = !meta;
  find("#connecting > summary").hidden = !well;
  if (!well || code.value) return;
  connecting.open = false;
  outcome.textContent = say("paired");
};

const given = hash();
code.value = given.get("code") ?? "";
port.value = given.get("port") ?? port.value;
// The code leaves the address at once, so that neither history nor a glance keeps it.
if (given.has("code")) history.replaceState(null, "", location.pathname);
await showSites();
await showQuiet();
await showNotify();
await showConnected();
await showBrowsers();
document.documentElement.dataset.ready = "true";
