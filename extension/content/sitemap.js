// A site map taken apart once, so that reading a click is only comparing.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.sitemap) return;

  /** One selector for what any of them selects; of nothing, one that selects nothing. */
  /** @type {(parts: { css: string }[]) => string} */
  const anyOf = (parts) => parts.map(({ css }) => css).join(", ") || "_";

  /** Where the control itself says whom it reaches; and where to look if nothing is known of how it was opened either. */
  /** @type {(target: TargetSource[]) => { sources: TargetSource[], leftover: TargetSource[] }} */
  const sourcesOf = (target) => {
    const at = target.includes("attempt") ? target.indexOf("attempt") : target.length;
    return { sources: target.slice(0, at), leftover: target.slice(at + 1) };
  };

  /** @typedef {(text: string) => Pattern} Read */

  /** One text, one pattern: what was found out of it about an element holds for all controls that share it. */
  /** @type {(labels: SiteMap["labels"]) => Read} */
  const reading = (labels) => {
    const groups = new Map(
      Object.entries(labels).map(([name, byLanguage]) => [name, poise.labels.group(Object.values(byLanguage).flat())]),
    );
    /** @type {Map<string, Pattern>} */
    const patterns = new Map();
    return (text) => {
      const known = patterns.get(text);
      if (known) return known;
      const [, css, group, last, holds] = /** @type {RegExpExecArray} */ (poise.forms.PATTERN.exec(text));
      const made = { css, group: group ? (groups.get(group) ?? null) : null, last: !!last, holds: holds ?? null };
      patterns.set(text, made);
      return made;
    };
  };

  /** @template {Shape} T @param {T} shape @param {Read} pattern @returns {Prepared<T>} */
  const prepared = (shape, pattern) => {
    const match = shape.match.map(pattern);
    return {
      ...shape, match, css: anyOf(match), unless: shape.unless.map(pattern),
      within: shape.within.map(pattern), card: shape.card.map(pattern),
      name: shape.name === null ? null : pattern(shape.name), ...sourcesOf(shape.target),
    };
  };

  /** @typedef {{ controls: Control[], signs: Sign[] }} Shapes */

  /** What is looked for on one kind of page. */
  /** @type {(all: Shapes, kind: string | null) => Shapes & { css: string }} */
  const only = ({ controls, signs }, kind) => {
    /** @type {(shape: { page: string[] }) => boolean} */
    const isHere = ({ page }) => !page.length || (kind !== null && page.includes(kind));
    const here = controls.filter(isHere);
    return { controls: here, css: anyOf(here), signs: signs.filter(isHere) };
  };

  /** @type {(shape: PageShape, all: Shapes, pattern: Read) => PreparedPage} */
  const pageOf = (shape, all, pattern) => {
    /** @type {(texts: string[]) => (Pattern[] | "title")[]} */
    const paths = (texts) => texts.map((path) => (path === "title" ? path : path.split(" then ").map(pattern)));
    return {
      ...only(all, shape.kind), kind: shape.kind, card: shape.card,
      name: paths(shape.name), headline: paths(shape.headline), company: paths(shape.company),
      isCompany: paths(shape.is_company), isPerson: paths(shape.is_person), data: shape.data.map((text) => poise.forms.compileText(text, "gsu")),
      canaries: Object.entries(shape.canary).map(([name, texts]) => [name, texts.map(pattern)]),
    };
  };

  /** @type {(map: SiteMap) => PreparedMap} */
  const takeApart = (map) => {
    const pattern = reading(map.labels);
    const all = { controls: map.control.map((shape) => prepared(shape, pattern)), signs: map.sign.map((shape) => prepared(shape, pattern)) };
    const elsewhere = {
      ...only(all, null), kind: null, card: [], name: [], headline: [], company: [], isCompany: [], isPerson: [], data: [], canaries: [],
    };
    const pages = new Map(map.page.map((shape) => [shape.kind, pageOf(shape, all, pattern)]));
    return { map, page: (kind) => (kind === null ? elsewhere : (pages.get(kind) ?? elsewhere)) };
  };

  /** @type {WeakMap<SiteMap, PreparedMap>} */
  const known = new WeakMap();

  /** @type {(map: SiteMap) => PreparedMap} */
  const prepare = (map) => {
    const made = known.get(map) ?? takeApart(map);
    known.set(map, made);
    return made;
  };

  poise.sitemap = { prepare };
})();
