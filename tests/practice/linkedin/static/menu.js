// The More menu (linkedin 1.2): rendered at the end of <body>, outside <main>, and only while it is open.
import { listen, on } from "/shared/delegate.js";
import { hydrate } from "/shared/hydrate.js";
import { onLeave } from "/shared/router.js";

let open = null;

function closeMenu() {
  open?.portal.remove();
  open?.button.setAttribute("aria-expanded", "false");
  open = null;
}

export function menu(button, { who, place }) {
  const content = button.nextElementSibling;
  content.remove();
  on(button, `more ${who.slug} ${place}`, {
    click: () => {
      const again = open?.button === button;
      closeMenu();
      if (again) return;
      const portal = document.createElement("div");
      portal.setAttribute("data-floating-ui-portal", "");
      portal.append(content.content.cloneNode(true));
      document.body.append(portal);
      listen(portal);
      hydrate(portal);
      putBelow(portal.firstElementChild, button);
      button.setAttribute("aria-expanded", "true");
      open = { portal, button };
    },
  });
}

function putBelow(box, button) {
  const at = button.getBoundingClientRect();
  box.style.left = `${at.left}px`;
  box.style.top = `${at.bottom + 6}px`;
}

document.addEventListener("click", (event) => {
  if (open && !event.composedPath().includes(open.button)) closeMenu();
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeMenu(); });
onLeave(closeMenu);
