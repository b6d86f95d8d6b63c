// The invite dialog (linkedin 2): Ember within an open shadow root under #interop-outlet, so its buttons have handlers of
// their own, and `document.querySelector` does not find them.
import { onElement } from "/shared/delegate.js";
import { options } from "./page.js";
import { connectAtOnce, connectFromDialog } from "./send.js";

const outlet = document.getElementById("interop-outlet");
const root = outlet.attachShadow({ mode: "open" });
root.append(document.getElementById("interop-style").content.cloneNode(true));

const template = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
let close = () => {};

export function openInvite(who, sent) {
  close();
  const lost = document.activeElement;
  const dialog = template("invite-dialog");
  const escape = (event) => { if (event.key === "Escape") close(); };
  close = () => {
    dialog.remove();
    outlet.style.visibility = "hidden";
    document.removeEventListener("keydown", escape);
    lost?.focus?.();
  };
  document.addEventListener("keydown", escape);
  root.append(dialog);
  outlet.style.visibility = "visible";
  for (const name of dialog.querySelectorAll("[data-name]")) name.textContent = who.name;
  firstStep(dialog, who, sent);
  dialog.querySelector("[role=dialog]").focus();
}

function firstStep(dialog, who, sent) {
  const step = dialog.querySelector("[data-step='1']");
  const [dismiss, add, send] = ["dismiss", "add", "send"].map((part) => step.querySelector(`[data-part=${part}]`));
  if (dismiss) onElement(dismiss, "dialog dismiss", { click: close });
  if (options.variant === "email") {
    const email = step.querySelector("input");
    onElement(email, "dialog email", { input: () => { send.disabled = add.disabled = !email.checkValidity(); } });
  }
  onElement(add, "dialog add-note", { click: () => (options.variant === "quota" ? upsell(dialog) : noteStep(dialog, who, sent)) });
  onElement(send, `dialog send ${who.slug}`, { click: () => submit(dialog, who, sent) });
}

/** Nothing in this step says who the note is for (linkedin 2). */
function noteStep(dialog, who, sent) {
  const step = template("invite-note");
  dialog.querySelector("[data-step]").replaceWith(step);
  const [text, count, cancel, send] = ["text", "count", "cancel", "send"].map((part) => step.querySelector(`[data-part=${part}]`));
  onElement(text, `dialog note ${who.slug}`, {
    input: () => {
      send.disabled = text.value.trim() === "";
      count.textContent = `${text.value.length}/${options.note}`;
    },
  });
  onElement(cancel, "dialog cancel-note", { click: () => openInvite(who, sent) });
  onElement(send, `dialog send ${who.slug}`, { click: () => submit(dialog, who, sent, text.value) });
  text.focus();
}

function upsell(dialog) {
  const step = template("invite-upsell");
  dialog.querySelector("[data-step]").replaceWith(step);
  onElement(step.querySelector("button"), "dialog dismiss", { click: close });
}

async function submit(dialog, who, sent, note) {
  if (options.variant === "limit") {
    const step = template("invite-limit");
    dialog.querySelector("[data-step]").replaceWith(step);
    onElement(step.querySelector("button"), "dialog got-it", { click: close });
    return;
  }
  for (const button of dialog.querySelectorAll("button")) button.disabled = true; // no second invitation by a double click
  await (options.send === "sdui" ? connectAtOnce(who, "InvitationOrigin_MEMBER_PROFILE", note) : connectFromDialog(who, note));
  close();
  sent();
}
