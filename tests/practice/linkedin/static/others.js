// Controls that reach out, but ask for no connection.
import { on, onElement } from "/shared/delegate.js";
import { fresh, parts } from "/shared/page.js";
import { mount } from "./invite.js";
import * as send from "./send.js";

const once = (name, act) => (element, { who, place }) =>
  on(element, `${name} ${who.slug} ${place}`, {
    click: () => {
      element.setAttribute("disabled", "");
      void act(who);
    },
  });

export const follow = once("follow", send.follow);
export const accept = once("accept", (who) => send.answer(who, "ACCEPT"));
export const ignore = once("ignore", (who) => send.answer(who, "IGNORE"));

/** A reaction below a post in the feed. */
export const react = (element, { post }) => on(element, `react ${post.slug}`, { click: () => void send.react(post) });

/** A comment below it: the button sends, Enter is a new line. */
export function comment(element, { post }) {
  const field = element.querySelector("[contenteditable]");
  on(field, `comment ${post.slug}`, {});
  on(element.querySelector("button"), `send-comment ${post.slug}`, {
    click: () => {
      if (field.innerText.trim()) void send.comment(post, field.innerText.trim());
      field.replaceChildren();
    },
  });
}

/** Message: a form in the shadow root that also holds the invite dialog (linkedin 2). */
export function message(element, { who, place }) {
  on(element, `message ${who.slug} ${place}`, {
    click: (event) => {
      event.preventDefault();
      writeTo(who);
    },
  });
}

/** A conversation that comes up by itself, as when somebody writes. */
window.site.conversation = (who) => writeTo(who);

export function writeTo(who) {
  const box = fresh("message");
  const form = box.matches("form") ? box : box.querySelector("form");
  const { cross, field, name, link, go } = parts(box);
  const close = mount(box);
  name.textContent = who.name;
  if (link) link.href = `/in/${encodeURIComponent(who.slug)}/`;
  const deliver = () => {
    void send.message(who, field.innerText.trim());
    close();
  };
  const enter = (event) => {
    if (go || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    deliver();
  };
  onElement(cross, "close-message", { click: close });
  onElement(field, `message-text ${who.slug}`, { input: () => { if (go) go.disabled = !field.innerText.trim(); }, keydown: enter });
  if (go) onElement(go, `send-message ${who.slug}`, {});
  form.addEventListener("submit", (event) => {
    window.site.note("element", event, `send-message ${who.slug}`);
    event.preventDefault();
    deliver();
  });
  field.focus();
}
