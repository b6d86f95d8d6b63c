// A held click in a small window of its own: the same words and buttons as over a page.
import { api, begin, find, hash } from "./page.js";
import { showQuestion } from "./question.js";

begin(poise.card.CSS);
const FRAME_PX = 4;

/** As high as what is said. */
const fit = async () => {
  const { id, type } = await api.windows.getCurrent();
  const height = document.documentElement.scrollHeight + window.outerHeight - window.innerHeight + FRAME_PX;
  if (type === "popup" && id !== undefined) await api.windows.update(id, { height: Math.min(height, screen.availHeight) });
};

const stands = await showQuestion(hash().get("id") ?? "", find("#question"), () => window.close());
if (stands) {
  requestAnimationFrame(() => { document.documentElement.dataset.painted = String(Date.now()); });
  await fit();
} else {
  window.close();
}
