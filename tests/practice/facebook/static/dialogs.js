// Dialogs: each in a portal of its own at the end of <body>, stacked (facebook 7.8), mounted anew whenever they open, and
// jealous of the focus (facebook 7.17).
import { listen } from "/shared/delegate.js";
import { fresh, options, parts } from "/shared/page.js";
import { onLeave } from "/shared/router.js";

const stack = [];

/** Opens a copy of the template `id`: {box, close, and its parts}. Escape calls `dismiss`. */
export function openDialog(id, dismiss = null) {
  const portal = document.createElement("div");
  portal.append(fresh(id));
  const box = portal.querySelector("[role=dialog]");
  const before = document.activeElement;
  const entry = { box };
  const close = () => {
    portal.remove();
    stack.splice(stack.indexOf(entry), 1);
    if (before?.isConnected) before.focus();
  };
  Object.assign(entry, { close, dismiss: dismiss ?? close });
  document.body.append(portal);
  listen(portal);
  stack.push(entry);
  return { box, close, ...parts(portal) };
}

export const closeAll = () => [...stack].reverse().forEach(({ close }) => close());

document.addEventListener("focusin", (event) => {
  const top = stack.at(-1);
  if (options.trap === "0" || !top || top.box.contains(event.target)) return;
  (top.box.querySelector("[contenteditable]") ?? top.box.querySelector("[tabindex='0']"))?.focus();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") stack.at(-1)?.dismiss();
});

onLeave(closeAll);
