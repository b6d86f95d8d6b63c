// Work that takes longer than a moment: how it is going is shown, and it can be stopped.
import { button } from "../button.js";

const { make } = poise.dom;
const { say } = poise.words;

/** What came of it, or null once it was stopped: then the answer is not waited for. */
/** @type {<T>(box: Element, words: Node | string, work: Promise<T>) => Promise<T | null>} */
export const during = async (box, words, work) => {
  /** @type {(value: null) => void} */
  let give = () => {};
  const stopped = /** @type {Promise<null>} */ (new Promise((resolve) => { give = resolve; }));
  box.replaceChildren(make("div", { class: "row", role: "status" }, make("progress", { "aria-label": say("working") }), words, button(say("stop"), "stop-work", () => give(null))));
  const outcome = await Promise.race([work, stopped]);
  box.replaceChildren();
  return outcome;
};
