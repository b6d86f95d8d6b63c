// The first page: what Poise does, three steps, what one should know.
import { api, begin, find, tell } from "./page.js";
import { showQuiet } from "./quiet.js";
import { stateWords } from "./state.js";

begin();
const show = async () => {
  find("#state").textContent = stateWords(await tell({ kind: "state" })).words;
};
await show();
await showQuiet();
api.storage.onChanged.addListener(show);
