// The invite dialog (linkedin 2): Ember within an open shadow root under #interop-outlet, so its buttons have handlers of
// their own, and `document.querySelector` does not find them.
import { onElement } from "/shared/delegate.js";
import { fresh, options, parts } from "/shared/page.js";
import { connectAtOnce, connectedElsewhere, connectFromDialog } from "./send.js";

const outlet = document.getElementById("interop-outlet");
const root = outlet.attachShadow({ mode: "open" });
root.append(document.getElementById("interop-style").content.cloneNode(true));

let close = () => {};

/** Puts `content` into the shadow root, or into the page itself if `light`, in place of what is there; returns what closes it. */
export function mount(content, light) {
  close();
  const before = document.activeElement;
  const escape = (event) => { if (event.key === "Escape") close(); };
  close = () => {
    content.remove();
    outlet.style.visibility = "hidden";
    document.removeEventListener("keydown", escape);
    before?.focus?.();
    close = () => {};
  };
  document.addEventListener("keydown", escape);
  (light ? document.getElementById("artdeco-modal-outlet") : root).append(content);
  outlet.style.visibility = "visible";
  return close;
}

/** linkedin 2, as one report has it: the dialog in a frame of its own, at the address of the invitation. */
export function openFrame(who) {
  const frame = document.createElement("iframe");
  frame.dataset.testid = "invite-frame";
  frame.src = `/preload/custom-invite/?${new URLSearchParams({ vanityName: who.slug, ...options })}`;
  frame.style.cssText = "position: fixed; inset: 0; width: 100%; height: 100%; border: 0; background: #fff; z-index: 90";
  document.getElementById("artdeco-modal-outlet").replaceChildren(frame);
}

/** Opens the dialog for `who`; calls `sent` when the invitation is on its way. */
export function openInvite(who, sent, light) {
  const overlay = fresh("invite-dialog");
  const box = overlay.firstElementChild;
  mount(overlay, light);
  if (options.variant === "know") reasons(box, who, sent);
  else firstStep(box, who, sent);
  box.focus();
}

function step(box, id) {
  const content = fresh(id);
  box.replaceChildren(content);
  return parts(content);
}

/** Of 2020 to 2023: how do you know them? */
function reasons(box, who, sent) {
  const { other, connect } = step(box, "invite-know");
  onElement(other, "dialog other", { click: () => { connect.disabled = false; } });
  onElement(connect, "dialog connect", { click: () => firstStep(box, who, sent) });
}

function firstStep(box, who, sent) {
  const { dismiss, email, name, add, send } = step(box, "invite-first");
  if (name) name.textContent = who.name;
  if (dismiss) onElement(dismiss, "dialog dismiss", { click: () => close() });
  if (email) onElement(email, "dialog email", { input: () => { send.disabled = !email.checkValidity(); } });
  onElement(add, "dialog add-note", { click: () => (options.variant === "quota" ? upsell(box) : noteStep(box, who, sent)) });
  onElement(send, `dialog send ${who.slug}`, { click: () => submit(box, who, sent) });
}

/** Nothing in this step says who the note is for (linkedin 2). */
function noteStep(box, who, sent) {
  const { text, count, cancel, send } = step(box, "invite-note");
  onElement(text, `dialog note ${who.slug}`, {
    input: () => {
      send.disabled = text.value.trim() === "";
      count.textContent = `${text.value.length}/${options.note}`;
    },
  });
  onElement(cancel, "dialog cancel-note", { click: () => firstStep(box, who, sent) });
  onElement(send, `dialog send ${who.slug}`, { click: () => submit(box, who, sent, text.value) });
  text.focus();
}

function upsell(box) {
  onElement(step(box, "invite-upsell").dismiss, "dialog dismiss", { click: () => close() });
}

async function submit(box, who, sent, note) {
  if (options.variant === "limit") {
    onElement(step(box, "invite-limit").ok, "dialog got-it", { click: () => close() });
    return;
  }
  for (const button of box.querySelectorAll("button")) button.disabled = true; // no second invitation by a double click
  await (options.send === "sdui" ? connectAtOnce(who, "InvitationOrigin_MEMBER_PROFILE", note) : connectFromDialog(who, note));
  close();
  sent();
  void connectedElsewhere(who);
}
