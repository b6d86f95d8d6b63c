// Building elements without ever parsing text as HTML.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.dom) return;

  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} tag
   * @param {Record<string, string | boolean | null | undefined>} [attributes] false, null and undefined are left out
   * @param {(Node | string | null | undefined)[]} children
   * @returns {HTMLElementTagNameMap[K]}
   */
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  };

  /** A name among other words, whatever direction it is written in. */
  /** @type {(name: string) => HTMLElement} */
  const isolate = (name) => make("bdi", {}, name);

  poise.dom = { make, isolate };
})();
