// A React-like tree: no listener on any control; root (and every portal) listens in both phases and calls what it knows
// of the elements on the way (linkedin 6: React, `#root`, portals).
const known = new WeakMap(); // element -> {type: handler}

/** Says what `element` does, and what it is called in the log: on(element, "connect jane-doe top", {click: (event) => …}) */
export function on(element, name, handlers) {
  known.set(element, { ...known.get(element), ...handlers });
  if (name) window.site.controls.set(element, name);
}

/** A control with handlers of its own, as on the classic pages and in the invite dialog (linkedin 2: Ember). */
export function onElement(element, name, handlers) {
  window.site.controls.set(element, name);
  for (const type of window.site.types) element.addEventListener(type, (event) => window.site.note("element", event));
  for (const [type, handler] of Object.entries(handlers)) element.addEventListener(type, handler);
}

export function forget(element) {
  known.delete(element);
  window.site.controls.delete(element);
}

function dispatch(event) {
  window.site.note("root", event);
  let stopped = false;
  const own = { native: event, preventDefault: () => event.preventDefault(), stopPropagation: () => { stopped = true; } };
  for (const node of event.composedPath()) {
    if (node === event.currentTarget || stopped) return;
    known.get(node)?.[event.type]?.(Object.assign(own, { currentTarget: node }));
  }
}

export function listen(root) {
  for (const type of window.site.types) {
    root.addEventListener(type, () => {}, { capture: true, passive: true }); // React's second listener, for onClickCapture
    root.addEventListener(type, dispatch);
  }
}
