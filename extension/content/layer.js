// A place of ours in somebody else's page: a bare host under <html>, a closed root, and a shield that keeps
// the page from seeing or stopping what happens inside it.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.layer) return;

  const SHIELDED = [
    "click", "dblclick", "auxclick", "contextmenu", "pointerdown", "pointerup", "mousedown", "mouseup",
    "touchstart", "touchend", "keydown", "keypress", "keyup", "focusin", "focusout", "beforeinput", "input", "change",
  ];

  /** @type {Map<EventTarget, (event: Event) => void>} */
  const layers = new Map();

  /**
   * Inner listeners starve when an event is stopped at the window, so the shield itself hands it to the layer.
   * @param {Event} event
   */
  const shield = (event) => {
    const handle = layers.get(/** @type {EventTarget} */ (event.target));
    if (!handle) return;
    event.stopImmediatePropagation();
    handle(event);
  };

  /** @type {(signal: AbortSignal) => void} */
  const guardEvents = (signal) => {
    for (const name of SHIELDED) window.addEventListener(name, shield, { capture: true, signal });
  };

  /** @type {(host: HTMLElement) => void} */
  const plain = (host) => {
    host.removeAttribute("class");
    host.removeAttribute("hidden");
    host.style.cssText = "all: initial !important; display: block !important;";
  };

  /**
   * @param {string} css
   * @param {(event: Event) => void} handle
   */
  const open = (css, handle) => {
    const host = document.createElement("div");
    plain(host);
    const root = host.attachShadow({ mode: "closed" });
    poise.design.dress(root, css);
    layers.set(host, handle);
    document.documentElement.append(host);
    return { host, root, plain: () => plain(host), close: () => host.remove() };
  };

  /**
   * The button an event inside a layer is about. From outside a closed root only the host is named.
   * @type {(root: ShadowRoot, event: Event) => HTMLButtonElement | null}
   */
  const buttonOf = (root, event) => {
    const byKey = !(event instanceof MouseEvent) || (event.type === "click" && event.detail === 0);
    const inner = byKey ? root.activeElement : root.elementFromPoint(event.clientX, event.clientY);
    return inner?.closest("button") ?? null;
  };

  poise.layer = { open, buttonOf, guardEvents };
})();
