// The line at the foot of the page: what has just been done, and the way to take it back. It stays until the next thing is done.
import { button } from "../button.js";

const { make } = poise.dom;
const { say } = poise.words;

/** @type {(box: HTMLElement) => (words: string, back?: () => unknown, backWords?: string) => void} */
export const notices = (box) => (words, back, backWords = say("undo")) => {
  const clear = () => box.replaceChildren();
  const act = back ? [button(backWords, "undo", () => { clear(); return back(); })] : [];
  box.replaceChildren(make("span", {}, words), ...act, button(say("close"), "close-notice", clear, "plain"));
};
