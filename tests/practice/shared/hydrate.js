// Gives the elements that came from the server their behaviour, then takes away what could be recognised.
const behaviours = {};

export const teach = (more) => Object.assign(behaviours, more);

export function hydrate(root) {
  for (const element of root.querySelectorAll("[data-hydrate]")) {
    const { does, ...props } = JSON.parse(element.dataset.hydrate);
    element.removeAttribute("data-hydrate");
    behaviours[does](element, props);
  }
  // linkedin 1.1: `data-view-name` may exist for seconds only.
  for (const element of root.querySelectorAll("[data-view-name]")) element.removeAttribute("data-view-name");
}
