// The hint of a tab in quiet mode, where no page may show it.
import { api, find, tell } from "./page.js";

const { make, isolateIn } = poise.dom;
const { say } = poise.words;
const FRESH_MS = 600_000;

/** @type {(saying: Saying, text: string) => (Node | string)[]} */
const apart = ({ name, company }, text) => isolateIn(text, [name, company]);

/** @type {(saying: Saying) => HTMLElement[]} */
const parts = (saying) => [
  make("h2", {}, ...apart(saying, saying.headline)), make("p", {}, ...apart(saying, saying.reason)),
  ...(saying.note ? [make("p", { class: "quiet" }, say("suggestedNote")), make("p", { class: "note" }, saying.note)] : []),
];

/** Show it once, for as long as it is about what the user has just done. */
/** @type {(looked: import("./tab.js").Looked | null) => Promise<void>} */
export const showAdvice = async (looked) => {
  if (!looked) return;
  const key = `advice:${looked.tab}`;
  const kept = /** @type {{ saying: Saying, at: number } | undefined} */ ((await api.storage.session.get(key))[key]);
  if (!kept) return;
  if (Date.now() - kept.at < FRESH_MS) find("#advice").replaceChildren(...parts(kept.saying));
  await tell({ kind: "advised", tab: looked.tab });
};
