// A place of ours in somebody else's page: a bare host under <html>, a closed root, and a shield that keeps
// the page from seeing or stopping what happens inside it. A modal one stays on top of whatever the page does.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.layer) return;

  const SHIELDED = [
    "click", "dblclick", "auxclick", "contextmenu", "pointerdown", "pointerup", "mousedown", "mouseup",
    "touchstart", "touchend", "keydown", "keypress", "keyup", "focusin", "focusout", "beforeinput", "input", "change",
  ];
  const TOP_LAYER = ":popover-open, :modal, :fullscreen";
  const RETURNS = 5;
  const LOOK_AGAIN_MS = 250;

  /** @type {Map<EventTarget, { handle: (event: Event) => void, covered?: () => void }>} those that stand in the page now */
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
    if (event.type === "keydown") down.add(/** @type {string} */ (key));
    layer?.handle(event);
  };

  /** The page put something where only what is on top is seen. */
  /** @param {Event} event */
  const raised = (event) => {
    if (/** @type {Element} */ (event.target).matches?.(TOP_LAYER)) modal()?.covered?.();
  };

  /** @type {(signal: AbortSignal) => void} */
  const guardEvents = (signal) => {
    for (const name of SHIELDED) window.addEventListener(name, shield, { capture: true, signal });
    for (const name of ["toggle", "fullscreenchange"]) window.addEventListener(name, raised, { capture: true, signal });
  };

  /** @type {(host: HTMLElement) => void} */
  const plain = (host) => {
    for (const name of host.getAttributeNames()) if (name !== "style") host.removeAttribute(name);
    host.style.cssText = "all: initial !important; display: block !important;";
  };

  /**
   * @param {string} css
   * @param {(event: Event) => void} handle
   * @param {() => void} [covered] of a modal layer: the page opened something over it
   */
  const open = (css, handle, covered) => {
    const host = document.createElement("div");
    plain(host);
    const root = host.attachShadow({ mode: "closed" });
    poise.design.dress(root, css);
    layers.set(host, { handle, covered });
    document.documentElement.append(host);
    const close = () => {
      layers.delete(host);
      host.remove();
    };
    return { host, root, close };
  };

  /** Nothing of the page lies over the element, which is where it can be seen: what is pressed is what is shown. */
  /** @type {(host: Element, element: Element) => boolean} */
  const seen = (host, element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const points = [[left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2], [right - 2, bottom - 2], [(left + right) / 2, (top + bottom) / 2]];
    return right > left && points.every(([x, y]) => document.elementFromPoint(x, y) === host);
  };

  /**
   * A modal dialog in a layer. When the page covers, hides or removes it, it comes back, but does not fight for ever.
   * @param {string} css
   * @param {HTMLDialogElement} dialog
   * @param {{ handle: (event: Event) => void, lost: () => void }} hands `lost`: the page took it away once too often
   */
  const openModal = (css, dialog, { handle, lost }) => {
    const { filter } = getComputedStyle(document.documentElement);
    let returns = 0;

    /** Reopened it is on top; who had got as far as a button of it stays there. */
    const raise = () => {
      const at = /** @type {HTMLElement | null} */ (root.activeElement ?? dialog.querySelector("[autofocus]"));
      if (dialog.open) dialog.close();
      dialog.showModal();
      at?.focus();
    };

    const restore = () => {
      if (++returns > RETURNS) {
        close();
        return lost();
      }
      if (host.parentNode !== document.documentElement) document.documentElement.append(host);
      plain(host);
      raise();
      watch();
      observer.takeRecords();
    };

    const watch = () => {
      observer.observe(document, { childList: true });
      observer.observe(document.documentElement, { childList: true });
      observer.observe(host, { attributes: true });
    };

    // What is done to <html>, or from within a root of the page, no event tells.
    const hidden = () => getComputedStyle(document.documentElement).filter !== filter || !seen(host, dialog);
    const vigil = setInterval(() => document.visibilityState === "visible" && hidden() && restore(), LOOK_AGAIN_MS);
    /** @param {MutationRecord[]} records */
    const changed = (records) => {
      const whole = host.parentNode === document.documentElement && dialog.matches(":modal");
      if (!whole || records.some(({ target }) => target === host)) restore();
      else watch();
    };
    const observer = new MutationObserver(changed);
    const { host, root, close: remove } = open(css, handle, restore);
    root.append(dialog);
    raise();
    watch();

    const close = () => {
      clearInterval(vigil);
      observer.disconnect();
      dialog.close();
      remove();
    };
    return { root, close, seen: (/** @type {Element} */ element) => seen(host, element) };
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

  poise.layer = { open, openModal, buttonOf, guardEvents };
})();
