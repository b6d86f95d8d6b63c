// A place of ours in somebody else's page: a bare host under <html>, a closed root, and a shield that keeps
// the page from seeing or stopping what happens inside it.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.layer) return;
  const api = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? globalThis.chrome);

  const SHIELDED = [
    "click", "dblclick", "auxclick", "contextmenu", "pointerdown", "pointerup", "mousedown", "mouseup",
    "touchstart", "touchend", "keydown", "keypress", "keyup", "focusin", "focusout", "beforeinput", "input", "change",
  ];

  /** @type {Map<EventTarget, { handle: (event: Event) => void, covered?: (event: Event) => void }>} those that stand in the page now */
  const layers = new Map();
  /** @type {Set<string>} keys that went down in a layer and are not up yet */
  const down = new Set();

  const modal = () => [...layers.values()].find(({ covered }) => covered);

  /**
   * Inner listeners starve when an event is stopped at the window, so the shield itself hands it to the layer.
   * A modal layer has all keys, wherever the page put the focus; a key that closed a layer is not the page's either.
   * @param {Event} event
   */
  const shield = (event) => {
    const key = event instanceof KeyboardEvent ? event.code : null;
    const layer = layers.get(/** @type {EventTarget} */ (event.target)) ?? (key === null ? undefined : modal());
    const trailing = event.type === "keyup" && down.delete(/** @type {string} */ (key));
    if (!layer && !trailing) return;
    event.stopImmediatePropagation();
    if (event.type === "click" && /** @type {UIEvent} */ (event).detail) event.preventDefault(); // it is answered here, and sends no form
    if (event.type === "keydown") down.add(/** @type {string} */ (key));
    layer?.handle(event);
  };

  /** The page puts something where only what is on top is seen. */
  /** @param {Event} event */
  const raised = (event) => modal()?.covered?.(event);

  /** @type {(signal: AbortSignal) => void} */
  const guardEvents = (signal) => {
    for (const name of SHIELDED) window.addEventListener(name, shield, { capture: true, signal });
    for (const name of poise.covers.RISES) window.addEventListener(name, raised, { capture: true, signal });
  };

  /** Take away what only informs; a question that is open closes with its answer. */
  const clear = () => {
    for (const [host, { covered }] of layers) if (!covered) /** @type {HTMLElement} */ (host).remove();
  };

  /** @type {(host: HTMLElement) => ShadowRoot | null} */
  const rootOf = (host) => api.dom?.openOrClosedShadowRoot(host) ?? /** @type {any} */ (host).openOrClosedShadowRoot ?? null;

  /** What only informs, and stands here from before an update: Firefox ends the script that put it there without a word to it. */
  const inherit = () => {
    for (const host of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("html > div")))
      if (rootOf(host)?.querySelector(".card[data-stage], .card[role=status]")) host.remove();
  };

  /** @type {(host: HTMLElement) => void} */
  const plain = (host) => {
    for (const name of host.getAttributeNames()) if (name !== "style") host.removeAttribute(name);
    host.style.cssText = "all: initial !important; display: block !important; direction: ltr !important; unicode-bidi: isolate !important;";
  };

  /**
   * @param {string} css
   * @param {(event: Event) => void} handle
   * @param {(event: Event) => void} [covered] of a modal layer: something of the page rises, perhaps over it
   */
  const open = (css, handle, covered) => {
    const host = document.createElement("div");
    plain(host);
    const root = host.attachShadow({ mode: "closed" });
    poise.design.dress(root, css);
    root.addEventListener("submit", (event) => {
      event.preventDefault();
      handle(event);
    });
    layers.set(host, { handle, covered });
    document.documentElement.append(host);
    const close = () => {
      layers.delete(host);
      host.remove();
    };
    return { host, root, close };
  };

  /** Of an event inside a layer what it is about: from outside a closed root only the host is named. */
  /** @type {(root: ShadowRoot, event: Event) => Element | null} */
  const innerOf = (root, event) => {
    if (event instanceof SubmitEvent) return event.submitter;
    return event instanceof MouseEvent ? root.elementFromPoint(event.clientX, event.clientY) : root.activeElement;
  };

  /** @type {Poise["layer"]["buttonOf"]} */
  const buttonOf = (root, event) => innerOf(root, event)?.closest("button") ?? null;

  poise.layer = { open, clear, inherit, plain, buttonOf, guardEvents };
})();
