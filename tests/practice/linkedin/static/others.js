// Controls that reach out, but ask for no connection.
import { on } from "/shared/delegate.js";
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
