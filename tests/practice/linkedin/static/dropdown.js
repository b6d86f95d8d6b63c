// The More menu of the older pages: where it belongs in the page, hidden while it is closed.
import { onElement } from "/shared/delegate.js";

export function dropdown(button, { who, place }) {
  const content = button.nextElementSibling;
  const show = (open) => {
    content.hidden = !open;
    content.setAttribute("aria-hidden", String(!open));
    button.setAttribute("aria-expanded", String(open));
  };
  onElement(button, `more ${who.slug} ${place}`, { click: () => show(content.hidden) });
  document.addEventListener("click", (event) => { if (!event.composedPath().includes(button)) show(false); });
}
