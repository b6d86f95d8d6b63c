// The chat popup: in the page, no frame; Enter sends (facebook 0.2, 1.4).
import { edit } from "/shared/editor.js";
import { pressable } from "./pressable.js";
import { listen } from "/shared/delegate.js";
import { fresh, parts, withName } from "/shared/page.js";

let close = () => {};

export const message = (element, { who, place }) => pressable(element, `message ${who.facebook} ${place}`, () => open(who));

function open(who) {
  close();
  const popup = fresh("chat");
  const { cross, editor, said, title } = parts(popup);
  close = () => popup.remove();
  title.textContent = who.name;
  editor.setAttribute("aria-label", withName("write_to", who));
  document.body.append(popup);
  listen(popup);
  pressable(cross, "close chat", close);
  writing(editor, said, who);
  editor.focus();
}

function writing(editor, said, who) {
  const written = edit(editor, `chat ${who.facebook}`, {
    submit: (text) => {
      const line = document.createElement("p");
      line.textContent = text;
      said.append(line);
      written.clear();
      void fetch("/practice/chat/", {
        method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ thread: who.facebookId, text }),
      });
    },
  });
}

/** A conversation on a page of its own, and the field below a story: both send a message. */
export const conversation = (element, { who }) => writing(element.querySelector("[contenteditable]"), element.querySelector("[role=log]"), who);
