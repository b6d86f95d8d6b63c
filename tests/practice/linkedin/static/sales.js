// Sales Navigator (linkedin 1.9): a menu at the end of the page that says what and not whom, and a dialog that says the name.
import { onElement } from "/shared/delegate.js";
import { fresh, parts, withName } from "/shared/page.js";
import { onLeave } from "/shared/router.js";
import { mount } from "./invite.js";
import { connectFromLead, messageFromLead } from "./send.js";

let menu = null;

function closeMenu() {
  menu?.remove();
  menu = null;
}

export function salesMenu(button, { who, place }) {
  onElement(button, `more ${who.slug} ${place}`, {
    click: () => {
      closeMenu();
      menu = fresh("sales-menu");
      const { connect, profile } = parts(menu);
      profile.href = `/in/${encodeURIComponent(who.slug)}/`;
      onElement(connect, `connect ${who.slug} ${place}`, { click: () => { closeMenu(); openDialog(who); } });
      document.body.append(menu);
      menu.style.cssText = "position: fixed; top: 80px; right: 40px; background: #fff; z-index: 60; padding: 20px";
    },
  });
}

function openDialog(who) {
  const overlay = fresh("sales-dialog");
  const { name, email, text, cancel, send } = parts(overlay);
  name.textContent = who.name;
  const close = mount(overlay, true);
  if (email) onElement(email, "dialog email", { input: () => { send.disabled = !email.checkValidity(); } });
  onElement(text, `dialog note ${who.slug}`, {});
  onElement(cancel, "dialog dismiss", { click: () => close() });
  onElement(send, `dialog send ${who.slug}`, { click: () => { void connectFromLead(who, text.value); close(); } });
}

export function salesMessage(button, { who, place }) {
  onElement(button, `message ${who.slug} ${place}`, { click: () => openConversation(who) });
}

function openConversation(who) {
  const found = document.createElement("div");
  found.append(fresh("sales-conversation"));
  const { box, head, name, cross, text, send } = parts(found);
  for (const one of [box, head]) one.setAttribute("aria-label", withName("conversation", who));
  name.textContent = who.name;
  const close = mount(found, true);
  found.style.cssText = "position: fixed; bottom: 0; right: 40px; width: 360px; background: #fff; z-index: 60; padding: 20px";
  onElement(cross, "close-message", { click: () => close() });
  onElement(text, `message-text ${who.slug}`, { input: () => { send.disabled = !text.value.trim(); } });
  onElement(send, `send-message ${who.slug}`, { click: () => { void messageFromLead(who, text.value); close(); } });
  text.focus();
}

onLeave(closeMenu);
