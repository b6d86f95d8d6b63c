// What an element says by a pattern of the map: selector, what it holds, and its labels in all languages. As the service's page.py.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.hearing) return;
  const { tree } = poise;

  /** @typedef {{ element: Element, labels: Heard[], rest: Generator<string, undefined>, said: Map<Pattern, Said | null> }} Asked */

  /** The element that was asked about last, as far as it was read: one control after the other asks the same of it. */
  /** @type {Asked | null} */
  let asked = null;

  /** @type {(element: Element) => Iterable<Heard>} */
  const labelsOf = function* (element) {
    if (asked?.element !== element) asked = { element, labels: [], rest: tree.labels(element), said: new Map() };
    const { labels, rest } = asked;
    for (let place = 0; ; place++) {
      while (place >= labels.length) {
        const next = rest.next();
        if (next.done) return;
        const heard = poise.labels.hear(next.value);
        if (heard) labels.push(heard);
      }
      yield labels[place];
    }
  };

  /** @type {(group: LabelGroup, element: Element) => Said | null} */
  const reads = (group, element) => {
    /** @type {Said | null} */
    let found = null;
    for (const heard of labelsOf(element)) {
      const said = poise.labels.read(group, heard);
      if (said?.name) return said; // what names somebody goes before what does not
      found ??= said;
    }
    return found;
  };

  /** @type {Said} */
  const NOTHING = { name: null };

  /** @type {(pattern: Pattern, element: Element) => Said | null} */
  const says = (pattern, element) => {
    const known = asked?.element === element ? asked.said.get(pattern) : undefined;
    if (known !== undefined) return known;
    const { css, group, holds } = pattern;
    const fits = element.matches(css) && (!holds || element.querySelector(holds));
    const found = fits ? (group ? reads(group, element) : NOTHING) : null;
    if (asked?.element === element) asked.said.set(pattern, found);
    return found;
  };

  /** Another click, maybe on what was changed meanwhile. */
  const forget = () => {
    asked = null;
  };

  poise.hearing = { says, forget };
})();
