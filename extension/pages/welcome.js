// The first page: what Poise does, three steps, what one should know.
import { api, begin, find, tell } from "./page.js";
import { findings } from "./findings.js";
import { practise } from "./practice.js";
import { showQuiet } from "./quiet.js";
import { showSites } from "./sites.js";
import { standing } from "./state.js";

begin();
find("#pin").textContent = poise.words.say(location.protocol === "moz-extension:" ? "pinInFirefox" : "pinInChromium");

const show = async () => {
  const state = await tell({ kind: "state" });
  const { kind, words } = standing(state, await findings(state));
  Object.assign(find("#state"), { textContent: words }).dataset.kind = kind;
  find("#connected").classList.toggle("done", !!state.meta && !state.trouble);
};
api.storage.onChanged.addListener(show);
await show();
await showSites();
await showQuiet();
await practise();
document.documentElement.dataset.ready = "true";
