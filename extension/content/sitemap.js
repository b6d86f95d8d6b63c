// A site map taken apart once, so that reading a click is only comparing.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.sitemap) return;

  const PATTERN = /^(.+?)(?: says ([a-z][a-z-]*)|( last)| holds (.+))?$/;

  /** One selector for what any of them selects; of nothing, one that selects nothing. */
  /** @type {(parts: { css: string }[]) => string} */
  const anyOf = (parts) => parts.map(({ css }) => css).join(", ") || "_";

  /** Where the control itself says whom it reaches; and where to look if nothing is known of how it was opened either. */
  /** @type {(target: TargetSource[]) => { sources: TargetSource[], leftover: TargetSource[] }} */
  const sourcesOf = (target) => {
    const at = target.includes("attempt") ? target.indexOf("attempt") : target.length;
    return { sources: target.slice(0, at), leftover: target.slice(at + 1) };
  };

  /** @type {(map: SiteMap) => PreparedMap} */
  const takeApart = (map) => {
    const groups = new Map(
      Object.entries(map.labels).map(([name, byLanguage]) => [name, poise.labels.group(Object.values(byLanguage).flat())]),
    );
    /** One text, one pattern: what was found out of it about an element holds for all controls that share it. */
    /** @type {Map<string, Pattern>} */
    const patterns = new Map();
    /** @type {(text: string) => Pattern} */
    const pattern = (text) => {
      const known = patterns.get(text);
      if (known) return known;
      const [, css, group, last, holds] = /** @type {RegExpExecArray} */ (PATTERN.exec(text));
      const made = { css, group: group ? (groups.get(group) ?? null) : null, last: !!last, holds: holds ?? null };
      patterns.set(text, made);
      return made;
    };
    /** @template {Shape} T @param {T} shape @returns {Prepared<T>} */
    const prepared = (shape) => {
      const match = shape.match.map(pattern);
      return {
        ...shape, match, css: anyOf(match), unless: shape.unless.map(pattern),
        within: shape.within.map(pattern), card: shape.card.map(pattern),
        name: shape.name === null ? null : pattern(shape.name), ...sourcesOf(shape.target),
      };
    };
    const controls = map.control.map(prepared);
    const signs = map.sign.map(prepared);
    /** @type {(kind: string | null) => { controls: Control[], css: string, signs: Sign[] }} */
    const only = (kind) => {
      /** @type {(shape: { page: string[] }) => boolean} */
      const isHere = ({ page }) => !page.length || (kind !== null && page.includes(kind));
      const here = controls.filter(isHere);
      return { controls: here, css: anyOf(here), signs: signs.filter(isHere) };
    };
    /** @type {(texts: string[]) => (Pattern[] | "title")[]} */
    const paths = (texts) => texts.map((path) => (path === "title" ? path : path.split(" then ").map(pattern)));
    /** @type {(shape: PageShape) => PreparedPage} */
    const page = (shape) => ({
      ...only(shape.kind), kind: shape.kind, card: shape.card,
      name: paths(shape.name), headline: paths(shape.headline), company: paths(shape.company),
      isCompany: paths(shape.is_company), isPerson: paths(shape.is_person), data: shape.data.map((text) => poise.forms.compileText(text, "gsu")),
      canaries: Object.entries(shape.canary).map(([name, texts]) => [name, texts.map(pattern)]),
    });
    const elsewhere = {
      ...only(null), kind: null, card: [], name: [], headline: [], company: [], isCompany: [], isPerson: [], data: [], canaries: [],
    };
    const pages = new Map(map.page.map((shape) => [shape.kind, page(shape)]));
    return { map, page: (kind) => (kind === null ? elsewhere : (pages.get(kind) ?? elsewhere)) };
  };

  /** @type {WeakMap<SiteMap, PreparedMap>} */
  const known = new WeakMap();

  /** @type {(map: SiteMap) => PreparedMap} */
  const prepare = (map) => {
    const prepared = known.get(map) ?? takeApart(map);
    known.set(map, prepared);
    return prepared;
  };

  poise.sitemap = { prepare };
})();
