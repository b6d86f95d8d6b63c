// In the head, before all else of the page: the site's own listeners, on window, capturing (linkedin 6, M: a site may have them).
// Whatever a handler of the site gets to see is written down: `siteLog` holds {layer, type, isTrusted, control, target, key}.
//   layer    "window" (here), "root" (the React-like tree, delegate.js), "element" (a handler on the control itself)
//   control  which control of the site the event went through, such as "connect jane-doe top", or null
(() => {
  const types = [
    "pointerdown", "pointerup", "pointercancel", "mousedown", "mouseup", "touchstart", "touchend", "keydown", "keypress",
    "keyup", "click", "dblclick", "auxclick", "contextmenu", "submit", "beforeinput", "input", "paste", "drop",
  ];
  const controls = new Map(); // element -> name
  const log = [];

  const controlOf = (event) => controls.get(event.composedPath().find((node) => controls.has(node))) ?? null;

  const note = (layer, event, control = controlOf(event)) => {
    const target = event.composedPath()[0];
    log.push({
      layer, type: event.type, isTrusted: event.isTrusted, control,
      target: target.localName ?? "document", key: event.key ?? null, at: performance.now(),
    });
  };

  for (const type of types) window.addEventListener(type, (event) => note("window", event), { capture: true, passive: true });

  window.siteLog = log;
  window.site = { types, controls, note };
  /** The elements of a control that are in the page now, by the beginning of its name: siteControls("connect jane-doe"). */
  window.siteControls = (name) =>
    [...controls].filter(([element, its]) => element.isConnected && its.startsWith(name)).map(([element]) => element);
})();
