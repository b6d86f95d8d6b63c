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

  const MANY_MARKS = /(\p{M}{4})\p{M}+/gu;

  /** A name among other words, whatever direction it is written in; piles of marks would cover the lines around it. */
  /** @type {(name: string) => HTMLElement} */
  const isolate = (name) => make("bdi", {}, name.replace(MANY_MARKS, "$1"));

  /** A text with the names in it isolated. */
  /** @type {(text: string, names: string[]) => (Node | string)[]} */
  const isolateIn = (text, names) => {
    const [name, ...others] = names;
    if (name === undefined) return [text];
    if (!name) return isolateIn(text, others);
    return text.split(name).flatMap((part, place) => [...(place ? [isolate(name)] : []), ...isolateIn(part, others)]);
  };

  poise.dom = { make, isolate, isolateIn };
})();
