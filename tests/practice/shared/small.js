// What the smaller practice sites do: reach somebody by one press, open a dialog or a chat for it, and send what is written.
import { edit } from "./editor.js";
import { hydrate, teach } from "./hydrate.js";
import { listen, on, onElement } from "./delegate.js";
import { fresh, options, parts, words } from "./page.js";

const send = (kind, { key }, text = "") =>
  fetch(options.sends, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ kind, target: key, text }) });

const nameOf = (what, who, place) => `${what} ${who.key} ${place}`;

/** One press sends; afterwards the button says so, in another test id where it has one. */
function reach(element, { who, what, place }) {
  on(element, nameOf(what, who, place), { click: () => {
    element.firstElementChild.textContent = words.done;
    if (element.dataset.testid) element.dataset.testid = element.dataset.testid.replace("-follow", "-unfollow");
    on(element, nameOf("undo", who, place), { click: () => {} });
    void send(what, who);
  } });
}

/** A press opens a portal of its own: the template says what it is called, and what is in it. */
function open(element, { who, what, place }) {
  on(element, nameOf(what, who, place), { click: () => {
    const portal = document.createElement("div");
    portal.append(fresh(`${what}-box`));
    const { head, ...found } = parts(portal);
    if (head) Object.assign(head, { href: who.path, textContent: who.name });
    document.body.append(portal);
    listen(portal);
    writing(found, { who, what, done: () => portal.remove() });
  } });
}

/** Where something is written: a field or an editor, a button that sends, or Enter. */
function writing({ field, editor, go }, { who, what, done = () => {} }) {
  const finish = (text) => { void send(what, who, text); done(); };
  const name = `write ${who.key} ${what}`;
  if (editor) {
    const written = edit(editor, name, { submit: (text) => { finish(text); written.clear(); } });
    return;
  }
  onElement(field, name, { keydown: (event) => {
    if (event.key !== "Enter" || event.shiftKey || !field.dataset.testid) return;
    event.preventDefault();
    finish(field.value);
  } });
  on(go, `send ${who.key} ${what}`, { click: (event) => { event.preventDefault(); finish(field.value); } });
}

const leave = (element, { who, what, place }) =>
  on(element, nameOf(what, who, place), { click: () => location.assign(element.dataset.to) });

teach({ leave, open, reach, writing: (element, { who, what }) => writing(parts(element), { who, what }) });
listen(document.getElementById("root"));
hydrate(document.body);
