// Gives the elements that came from the server their behaviour, then takes away what could be recognised.
import { answer, follow } from "./send.js";
import { connect, connectNow } from "./connect.js";
import { menu } from "./menu.js";
import { sticky } from "./sticky.js";
import { on } from "/shared/delegate.js";

const disable = (element) => element.setAttribute("disabled", "");

const behaviours = {
  connect, "connect-now": connectNow, menu, sticky,
  follow: (element, { who, place }) =>
    on(element, `follow ${who.slug} ${place}`, { click: () => { disable(element); void follow(who); } }),
  accept: (element, { who, place }) =>
    on(element, `accept ${who.slug} ${place}`, { click: () => { disable(element); void answer(who, "ACCEPT"); } }),
  ignore: (element, { who, place }) =>
    on(element, `ignore ${who.slug} ${place}`, { click: () => { disable(element); void answer(who, "IGNORE"); } }),
};

export function hydrate(root) {
  for (const element of root.querySelectorAll("[data-hydrate]")) {
    const { does, ...props } = JSON.parse(element.dataset.hydrate);
    element.removeAttribute("data-hydrate");
    behaviours[does](element, props);
  }
  // linkedin 1.1: `data-view-name` may exist for seconds only.
  for (const element of root.querySelectorAll("[data-view-name]")) element.removeAttribute("data-view-name");
}
