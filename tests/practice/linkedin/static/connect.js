// What a Connect control does. linkedin 0.2: on profiles and in search it opens a dialog; on My Network the click sends.
import { on } from "/shared/delegate.js";
import { openInvite } from "./invite.js";
import { connectAtOnce } from "./send.js";
import { options, withName, words } from "/shared/page.js";

const leavesToBrowser = ({ native }) => native.ctrlKey || native.metaKey || native.shiftKey;

/** `acts`: some of the site's buttons act before the click, when they are pressed. */
function press(element, name, act) {
  const handlers = { click: (event) => { if (!leavesToBrowser(event)) event.preventDefault(); } };
  const early = options.acts;
  handlers[early] = (event) => {
    if (leavesToBrowser(event) || event.native.button > 0) return;
    if (early === "click") event.preventDefault();
    act();
  };
  on(element, name, handlers);
}

/**
 * `cousin` (linkedin 6): between `display: contents` wrappers the mouse meets the text of the button, which lies over it and is
 * not in it. The box around both acts; the control is not on the path of the event.
 */
export function connect(element, { who, place, cousin }) {
  const name = `connect ${who.slug} ${place}`;
  const open = () => openInvite(who, () => pendingEverywhere(who));
  if (cousin) window.site.controls.set(element, name);
  press(cousin ? boxOf(element) : element, name, open);
}

const boxOf = (element) => element.parentElement.parentElement;

export function connectNow(element, { who, place, origin }) {
  press(element, `connect ${who.slug} ${place}`, async () => {
    if (element.getAttribute("componentkey")?.endsWith("_pending")) return;
    turnPending(element, who);
    await connectAtOnce(who, origin);
  });
}

export function pendingEverywhere(who) {
  for (const element of window.siteControls(`connect ${who.slug} `)) turnPending(element, who);
}

/** linkedin 1.4: the key flips from `_connect` to `_pending` in place, on the same node. */
function turnPending(element, who) {
  if (!element.matches("a, button, [role=menuitem]")) return turnText(element);
  const key = element.getAttribute("componentkey");
  if (key) element.setAttribute("componentkey", key.replace(/_connect$/, "_pending"));
  element.setAttribute("aria-label", withName("withdraw", who));
  if (element.matches("a")) element.setAttribute("href", `/in/${encodeURIComponent(who.slug)}/`);
  turnText(element);
}

function turnText(element) {
  on(element, null, { [options.acts]: (event) => event.preventDefault() });
  for (const span of element.querySelectorAll("span")) {
    if (span.textContent === words.connect) span.textContent = words.pending;
  }
}
