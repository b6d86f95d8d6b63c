// My Network: lists whose nodes are filled anew (linkedin 6): the button that was for one is for another afterwards.
import { asked, connectNow, turnPending } from "./connect.js";
import { listen, on } from "/shared/delegate.js";
import { hydrate } from "/shared/hydrate.js";
import { withName, words } from "/shared/page.js";
import { onLeave } from "/shared/router.js";

export function cohort(list, { persons, origin, place }) {
  let shown = persons;
  const cards = [...list.children];
  const render = () => {
    for (const card of cards.splice(shown.length)) card.remove();
    cards.forEach((card, at) => fill(card, shown[at], origin, place, dismiss));
  };
  const dismiss = (who) => {
    shown = shown.filter((one) => one !== who);
    render();
  };
  cards.forEach((card, at) => bind(card, shown[at], dismiss));
}

const controlsOf = (card) => card.querySelectorAll("button");

function bind(card, who, dismiss) {
  on(controlsOf(card)[0], `dismiss ${who.slug}`, { click: () => dismiss(who) });
}

function fill(card, who, origin, place, dismiss) {
  const [cross, connect] = controlsOf(card);
  for (const link of card.querySelectorAll("a")) link.href = `/in/${encodeURIComponent(who.slug)}/`;
  card.querySelector("img").src = `/picture/${who.slug}.svg`;
  card.querySelector("p a").textContent = who.name;
  card.querySelectorAll("p")[1].textContent = who.headline;
  cross.setAttribute("aria-label", `Dismiss ${who.name}`);
  connect.setAttribute("aria-label", withName("invite", who));
  connect.setAttribute("componentkey", `ConnectButtonstate:invitation:urn:li:member:${who.member}_connect`);
  connect.querySelector("span span").textContent = words.connect;
  connectNow(connect, { who, place, origin });
  if (asked.has(who.slug)) turnPending(connect, who);
  bind(card, who, dismiss);
}

let overlay = null;

export const seeAll = (element) =>
  on(element, "see-all", {
    click: () => {
      closeAll();
      overlay = document.createElement("div");
      overlay.append(document.getElementById("see-all").content.cloneNode(true));
      document.body.append(overlay);
      listen(overlay);
      hydrate(overlay);
    },
  });

export const closer = (element) => on(element, "close-all", { click: closeAll });

function closeAll() {
  overlay?.remove();
  overlay = null;
}

onLeave(closeAll);
