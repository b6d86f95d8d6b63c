// The card that opens over a name that the pointer rests on (facebook 1.4); another pointer takes it away.
import { message } from "./chat.js";
import { friend } from "./friends.js";
import { listen } from "/shared/delegate.js";
import { fresh, parts, words } from "/shared/page.js";
import { onLeave } from "/shared/router.js";

let close = () => {};
onLeave(() => close());

export function hover(element, { who }) {
  element.addEventListener("mouseenter", () => open(who));
}

function open(who) {
  close();
  const portal = document.createElement("div");
  portal.append(fresh("hover-card"));
  const { add, link, title, write } = parts(portal);
  close = () => portal.remove();
  link.href = who.path;
  title.textContent = who.name;
  document.body.append(portal);
  listen(portal);
  add.setAttribute("aria-label", words.add);
  friend(add, { who, place: "hover", named: false });
  message(write, { who, place: "hover" });
}
