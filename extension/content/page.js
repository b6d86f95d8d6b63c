// What a page is and whom it is about; the same as the service's page.py.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.page) return;
  const { tree, hearing } = poise;

  /** The ids in any attribute of an element. */
  /** @type {(map: SiteMap, element: Element) => string[]} */
  const marks = (map, element) => [...new Set([...element.attributes].flatMap(({ value }) => poise.identity.marks(map, value)))];

  /** The last element of a path "this then that", each the first one shown after the one before it. */
  /** @type {(root: ParentNode, path: Pattern[]) => Element | null} */
  const follow = (root, path) => {
    let step = 0;
    for (const element of tree.elements(root)) {
      if (!hearing.says(path[step], element) || tree.hidden(element)) continue;
      step += 1;
      if (step === path.length) return element;
    }
    return null;
  };

  /** @type {(view: PageView, key: "name" | "headline" | "company") => string | null} */
  const textOf = ({ shape, card, document }, key) => {
    for (const path of shape[key]) {
      const element = path !== "title" && card ? follow(card, path) : null;
      const found = path === "title" ? poise.labels.titleName(document.title) : element && tree.text(element);
      if (found) return found;
    }
    return null;
  };

  /** What has a class: a browser keeps it up to date by itself, and need not walk the page again for what is not there. */
  /** @type {WeakMap<Document, Map<string, ArrayLike<Element>>>} */
  const classed = new WeakMap();

  /** @type {(document: Document, selector: string) => ArrayLike<Element>} */
  const withClass = (document, selector) => {
    const known = classed.get(document) ?? new Map();
    classed.set(document, known);
    if (!known.has(selector)) known.set(selector, document.getElementsByClassName(selector.slice(1)));
    return /** @type {ArrayLike<Element>} */ (known.get(selector));
  };

  /** @type {(document: Document, selector: string) => Element | null | undefined} */
  const firstShown = (document, selector) => {
    const alone = /^[.][\w-]+$/.test(selector);
    const first = alone ? withClass(document, selector)[0] : document.querySelector(selector);
    if (!first || !tree.hidden(first)) return first;
    return [...document.querySelectorAll(selector)].find((element) => !tree.hidden(element));
  };

  /** @type {(document: Document, selectors: string[]) => Element | null} */
  const cardOf = (document, selectors) => {
    // One selector at a time: browsers find a single class or attribute at once, a list only by walking the page.
    for (const selector of selectors) {
      const shown = firstShown(document, selector);
      if (shown) return shown;
    }
    return null;
  };

  /** @template T @param {() => T} find @returns {() => T} */
  const once = (find) => {
    /** @type {{ found: T } | null} */
    let kept = null;
    return () => (kept ??= { found: find() }).found;
  };

  /** @typedef {{ map: SiteMap, url: string, shape: PreparedPage, identity: Identity | null }} Place */
  /** @type {Place | null} */
  let latest = null;

  /** What the address alone says; asked for again with every click, so the last answer is kept. */
  /** @type {(map: SiteMap, url: string) => Place} */
  const placeOf = (map, url) => {
    if (latest?.map === map && latest.url === url) return latest;
    const address = poise.address.parse(url);
    const shape = poise.sitemap.prepare(map).page(address && poise.identity.kindOf(map, address));
    latest = { map, url, shape, identity: address && poise.identity.at(map, address) };
    return latest;
  };

  /** @type {(map: SiteMap, document: Document, url: string) => PageView} */
  const view = (map, document, url) => {
    hearing.forget();
    const { shape, identity } = placeOf(map, url);
    const card = once(() => cardOf(document, shape.card));
    const name = once(() => /** @type {string | null} */ (textOf(seen, "name")));
    const ids = once(() => [...new Set([...(identity?.ids ?? []), ...(card() ? marks(map, /** @type {Element} */ (card())) : [])])]);
    /** @type {PageView} */
    const seen = {
      map, document, url, shape, identity,
      get card() { return card(); },
      get name() { return name(); },
      get ids() { return ids(); },
    };
    return seen;
  };

  /** @type {(view: PageView) => Target | null} */
  const target = ({ identity, name, ids }) => identity && { name, url: identity.url, ids };

  /** What the address says, or else what the card shows: a company's page, or a person's. */
  /** @type {(view: PageView, kind: IdentityKind) => IdentityKind} */
  const whose = ({ shape, card }, kind) => {
    /** @type {(paths: (Pattern[] | "title")[]) => boolean} */
    const shown = (paths) => !!card && paths.some((path) => path !== "title" && follow(card, path));
    const company = kind === "profile" && shown(shape.isCompany);
    const person = kind === "profile" && shown(shape.isPerson);
    return company === person ? kind : company ? "company" : "person";
  };

  const LONGEST_DATA = 2_000_000;

  /** The ids in the page's own data, of each kind the only one: of several, none is taken for the owner's. */
  /** @type {(view: PageView) => string[]} */
  const idsInData = ({ map, shape, document }) => {
    const scripts = shape.data.length ? document.querySelectorAll('script[type="application/json"]') : [];
    const text = [...scripts].map((script) => script.textContent).join("\n").slice(0, LONGEST_DATA);
    return shape.data.map((form) => [...new Set(poise.identity.idsBy(map, form, text))]).filter(({ length }) => length === 1).flat();
  };

  /** @type {(view: PageView) => About | null} */
  const about = (seen) => {
    const { identity, shape } = seen;
    if (!identity || !shape.name.length) return null;
    const company = textOf(seen, "company");
    return {
      kind: whose(seen, identity.kind), name: seen.name, url: identity.url, ids: [...new Set([...seen.ids, ...idsInData(seen)])],
      headline: textOf(seen, "headline"), company: company && company.split(" · ")[0],
    };
  };

  /** @type {(view: PageView) => PageReading} */
  const read = (seen) => {
    const { kind, canaries } = seen.shape;
    const missing = canaries.filter(([, patterns]) => !patterns.some((pattern) => follow(seen.document, [pattern])));
    return { kind, about: about(seen), missing: missing.map(([name]) => name).sort() };
  };

  poise.page = { view, read, marks, target };
})();
