// Comet's buttons (facebook 0.1): a <div role=button> that acts on click, and by itself on keydown, after which no click
// ever comes. Nothing of this is to be seen on the element.
import { forget, on } from "/shared/delegate.js";

const withSpace = ["button", "checkbox", "combobox", "menuitem", "option", "radio", "switch", "tab"];

export function pressable(element, name, act) {
  const press = (event) => {
    event.stopPropagation(); // facebook 0.1: ancestors within React hear nothing
    event.preventDefault();
    act(event);
  };
  on(element, name, {
    click: press,
    keydown: (event) => {
      const { key, target } = event.native;
      if (target.tabIndex !== 0 || target.isContentEditable || target.matches("a[href], button, input, select, textarea")) return;
      if (key === "Enter" || (key === " " && withSpace.includes(target.role))) press(event);
    },
  });
}

/** Disabled (facebook 0.1): no attribute but ARIA's, no place in the tab order, no handlers. */
export function setDisabled(element, name, disabled, act) {
  element.tabIndex = disabled ? -1 : 0;
  if (disabled) {
    element.setAttribute("aria-disabled", "true");
    forget(element);
    window.site.controls.set(element, name);
  } else {
    element.removeAttribute("aria-disabled");
    pressable(element, name, act);
  }
}
