// A modal dialog in a layer of ours, which stays on top of whatever the page does.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.modal) return;

  const RETURNS = 5;
  const LOOK_AGAIN_MS = 250;

  /** Nothing of the page lies over the element, which is where it can be seen: what is pressed is what is shown. */
  /** @type {(host: Element, element: Element) => boolean} */
  const seen = (host, element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const points = [[left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2], [right - 2, bottom - 2], [(left + right) / 2, (top + bottom) / 2]];
    return right > left && points.every(([x, y]) => document.elementsFromPoint(x, y)[0] === host);
  };

  /**
   * A modal dialog in a layer. When the page covers, hides or removes it, it comes back, but does not fight for ever.
   * @param {string} css
   * @param {HTMLDialogElement} dialog
   * @param {{ handle: (event: Event) => void, raised: () => void, lost: () => void }} hands `raised`: it came back, after
   *   who knows what was seen in its place; `lost`: the page took it away once too often
   */
  const open = (css, dialog, { handle, raised, lost }) => {
    const { filter } = getComputedStyle(document.documentElement);
    let returns = 0;
    let covered = false;

    /** Reopened it is on top; who had got as far as a button of it stays there. */
    const raise = () => {
      const at = /** @type {HTMLElement | null} */ (root.activeElement ?? dialog.querySelector("[autofocus]"));
      if (dialog.open) dialog.close();
      dialog.showModal();
      at?.focus();
      covered = false;
    };

    const restore = () => {
      if (++returns > RETURNS) {
        close();
        return lost();
      }
      if (host.parentNode !== document.documentElement) document.documentElement.append(host);
      poise.layer.plain(host);
      raise();
      raised();
      watch();
      observer.takeRecords();
    };

    const watch = () => {
      observer.observe(document, { childList: true });
      observer.observe(document.documentElement, { childList: true });
      observer.observe(host, { attributes: true });
    };

    /** What lies on top in a root of the page is painted there, although no point of it can be hit: it is inert. */
    /** @param {Event} event */
    const risen = (event) => {
      const when = poise.covers.rises(event);
      covered ||= when !== null;
      if (when === "now") restore();
    };

    // What is done to <html>, or from within a root of the page, no event tells.
    const hidden = () =>
      covered || getComputedStyle(document.documentElement).filter !== filter || !seen(host, dialog) || covers.look();
    const vigil = setInterval(() => document.visibilityState === "visible" && hidden() && restore(), LOOK_AGAIN_MS);
    /** @param {MutationRecord[]} records */
    const changed = (records) => {
      const whole = host.parentNode === document.documentElement && dialog.matches(":modal");
      if (!whole || records.some(({ target }) => target === host)) restore();
      else watch();
    };
    const observer = new MutationObserver(changed);
    const { host, root, close: remove } = poise.layer.open(css, handle, risen);
    const covers = poise.covers.watch(root, risen);
    root.append(dialog);
    raise();
    watch();

    const close = () => {
      clearInterval(vigil);
      observer.disconnect();
      covers.end();
      dialog.close();
      remove();
    };

    /** @param {Element} element */
    const clear = (element) => !covered && !covers.look() && seen(host, element);
    return { root, close, restore, seen: clear };
  };

  poise.modal = { open };
})();
