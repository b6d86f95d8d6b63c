// What a Connect control does. linkedin 0.2: on profiles and in search it opens a dialog; on My Network the click sends.
import { on, onElement } from "/shared/delegate.js";
import { options, withName, words } from "/shared/page.js";
import { openFrame, openInvite } from "./invite.js";
import { connectAtOnce } from "./send.js";

/** Slugs of those who were invited in this document. */
export const asked = new Set();

const leavesToBrowser = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0;

/** `acts`: some of the site's buttons act before the click, when they are pressed; the click then does nothing more. */
function presses(act) {
  const handlers = { click: (event) => { if (!leavesToBrowser(event)) event.preventDefault(); } };
  const rest = options.acts === "click" ? handlers.click : () => {};
  handlers[options.acts] = (event) => {
    rest(event);
    if (!leavesToBrowser(event)) act();
  };
  return handlers;
}

const nativeOf = (handlers) =>
  Object.fromEntries(Object.entries(handlers).map(([type, handler]) => [type, ({ native }) => handler(native)]));

const nameOf = (who, place) => `connect ${who.slug} ${place}`;
const open = (who) => options.frame === "1" && window === window.top ? openFrame(who) : openInvite(who, () => pendingEverywhere(who), options.gen === "classic");

/**
 * `cousin` (linkedin 6): between `display: contents` wrappers the mouse meets the text of the button, which lies over it and is
 * not in it. The box around both acts; the control is not on the path of the event.
 */
export function connect(element, { who, place, cousin }) {
  if (cousin) window.site.controls.set(element, nameOf(who, place));
  on(cousin ? element.parentElement.parentElement : element, nameOf(who, place), nativeOf(presses(() => open(who))));
}

/** The older pages: a handler on the control itself. */
export const connectClassic = (element, { who, place }) =>
  onElement(element, nameOf(who, place), presses(() => { if (!asked.has(who.slug)) open(who); }));

/** The dialog that comes by itself where its address is opened (linkedin 1.8). */
export const inviteNow = (_, { who }) => open(who);

export function connectNow(element, { who, place, origin }) {
  const send = async () => {
    if (asked.has(who.slug)) return;
    pendingEverywhere(who);
    await connectAtOnce(who, origin);
  };
  on(element, nameOf(who, place), nativeOf(presses(send)));
}

function pendingEverywhere(who) {
  asked.add(who.slug);
  for (const element of window.siteControls(`connect ${who.slug} `)) turnPending(element, who);
}

/** linkedin 1.4: the key flips from `_connect` to `_pending` in place, on the same node. */
export function turnPending(element, who) {
  if (element.matches("a, button, [role]")) {
    const key = element.getAttribute("componentkey");
    if (key) element.setAttribute("componentkey", key.replace(/_connect$/, "_pending"));
    element.setAttribute("aria-label", withName("withdraw", who));
    if (element.matches("a")) element.setAttribute("href", `/in/${encodeURIComponent(who.slug)}/`);
  }
  on(element, null, { [options.acts]: (event) => event.preventDefault() });
  for (const span of element.querySelectorAll("span")) {
    if (!span.firstElementChild && span.textContent.trim() === words.connect) span.textContent = words.pending;
  }
}
