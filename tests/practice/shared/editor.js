// An editor in the manner of Lexical (facebook 1.1): it keeps its own text, refuses the browser's edits and writes the page itself:
// one <p> a line, the text in <span data-lexical-text>. What others write into it is undone.
import { onElement } from "./delegate.js";

export function edit(element, name, { changed = () => {}, submit = null, shortcut = null } = {}) {
  let text = "";
  const names = []; // who was mentioned: each name is a text of its own

  const write = (next, caret) => {
    text = next;
    element.replaceChildren(...text.split("\n").map((content) => line(content, names)));
    guard.takeRecords();
    if (document.activeElement === element) setCaret(element, caret);
    changed(text);
  };
  const replace = (put) => {
    const [start, end] = selected(element, text);
    write(text.slice(0, start) + put + text.slice(end), start + put.length);
  };
  const remove = () => {
    const [start, end] = selected(element, text);
    const from = start === end ? start - 1 : start;
    if (end > 0) write(text.slice(0, from) + text.slice(end), from);
  };

  onElement(element, name, {
    keydown: (event) => {
      if (shortcut && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        return void (text.trim() && shortcut());
      }
      // facebook 0.2: in comments and chat Enter sends, but not with Shift, nor while a word is being composed.
      if (!submit || event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      if (text.trim()) submit(text);
    },
    beforeinput: (event) => {
      if (event.isComposing) return;
      event.preventDefault();
      if (event.inputType.startsWith("delete")) remove();
      else if (event.inputType === "insertParagraph" || event.inputType === "insertLineBreak") replace("\n");
      else replace(event.data ?? event.dataTransfer?.getData("text/plain") ?? "");
    },
    compositionstart: () => guard.disconnect(),
    compositionend: () => {
      const composed = [...element.children].map((paragraph) => paragraph.textContent).join("\n");
      write(composed, composed.length);
      watch();
    },
  });

  const guard = new MutationObserver(() => write(text, text.length));
  const watch = () => guard.observe(element, { childList: true, characterData: true, subtree: true });
  watch();
  write("", 0);
  const mention = (typed, name) => {
    names.push(name);
    const next = `${text.slice(0, text.lastIndexOf(typed))}${name} `;
    write(next, next.length);
  };
  return { text: () => text, clear: () => write("", 0), mention };
}

function line(content, names) {
  const paragraph = document.createElement("p");
  paragraph.dir = "auto";
  if (!content) paragraph.append(document.createElement("br"));
  else paragraph.append(...apart(content, names).map(piece));
  return paragraph;
}

/** A line with each mentioned name by itself. */
const apart = (content, names) =>
  names.reduce((parts, name) => parts.flatMap((part) => (part === name ? [part] : part.split(name).flatMap((rest, at) => (at ? [name, rest] : [rest])))), [content]).filter((part) => part);

function piece(content) {
  const span = document.createElement("span");
  span.setAttribute("data-lexical-text", "true");
  span.textContent = content;
  return span;
}

/** The selection as two offsets into the text, the end of it if there is none. */
function selected(element, text) {
  const range = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
  if (!range || !element.contains(range.startContainer)) return [text.length, text.length];
  return [offset(element, range.startContainer, range.startOffset), offset(element, range.endContainer, range.endOffset)];
}

function offset(element, node, inner) {
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(node, inner);
  const whole = before.cloneContents();
  return whole.textContent.length + Math.max(0, whole.querySelectorAll("p").length - 1);
}

function setCaret(element, caret) {
  let rest = caret;
  for (const paragraph of element.children) {
    const length = paragraph.textContent.length;
    if (rest <= length) return placeIn(paragraph, rest);
    rest -= length + 1;
  }
}

function placeIn(paragraph, caret) {
  let rest = caret;
  for (const span of paragraph.querySelectorAll("span")) {
    if (rest <= span.textContent.length) return getSelection().collapse(span.firstChild, rest);
    rest -= span.textContent.length;
  }
  getSelection().collapse(paragraph, 0);
}
