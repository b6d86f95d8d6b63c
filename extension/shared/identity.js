// Who an address belongs to: every way of writing it comes to one canonical URL, and to ids that join. As identity.py.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.identity) return;
  const { parse } = poise.address;
  const forms = poise.forms;

  const LONGEST_ATTRIBUTE = 500;

  /** @type {(map: SiteMap) => { hosts: RegExp, people: { kind: IdentityKind, url: string, forms: Form[], marks: RegExp[] }[], pages: [string, Form[]][] }} */
  const compile = (map) => ({
    hosts: forms.compileHosts(map.hosts),
    people: map.identity.map(({ kind, from, url }) => ({
      kind,
      url: url ?? "",
      forms: from.filter((text) => !forms.isMark(text)).map(forms.compile),
      marks: from.filter(forms.isMark).map((text) => forms.compileText(text, "gsu")),
    })),
    pages: map.page.map(({ kind, from }) => [kind, from.map(forms.compile)]),
  });

  /** @type {WeakMap<SiteMap, ReturnType<typeof compile>>} */
  const compiled = new WeakMap();

  /** @type {(map: SiteMap) => ReturnType<typeof compile>} */
  const of = (map) => {
    const known = compiled.get(map) ?? compile(map);
    compiled.set(map, known);
    return known;
  };

  /** @type {(site: string, values: Record<string, string>, template: string) => string[]} */
  const idsOf = (site, values, template) =>
    Object.entries(values).flatMap(([kind, text]) => {
      const joined = forms.number(kind, text);
      if (joined) return [`${site}:${kind === "id" ? "id" : "member"}:${joined}`];
      // To Facebook, jane.doe and janedoe are one name.
      return kind === "vanity" && text.includes(".") ? [template.replace("{vanity}", text.replaceAll(".", ""))] : [];
    });

  /** @type {(map: SiteMap, kind: IdentityKind, template: string, written: Record<string, string>) => Identity | null} */
  const identityOf = (map, kind, template, written) => {
    /** @type {Record<string, string>} */
    const values = {};
    for (const [type, text] of Object.entries(written)) {
      const plain = forms.canonical(type, text);
      if (plain === null || map.reserved.includes(plain)) return null;
      values[type] = plain;
    }
    const url = template.replace(/\{([a-z]+)\}/g, (_, type) => values[type]);
    return { site: map.site, kind, url, ids: idsOf(map.site, values, template) };
  };

  /** @type {(map: SiteMap, address: WebAddress) => Identity | null} */
  const at = (map, address) => {
    const { hosts, people } = of(map);
    for (const { kind, url, forms: ways } of people) {
      for (const way of ways) {
        const values = forms.match(way, address, hosts);
        if (values) return identityOf(map, kind, url, values);
      }
    }
    return null;
  };

  /** @type {(maps: SiteMap[], url: string) => Identity | null} */
  const identify = (maps, url) => {
    const address = parse(url);
    for (const map of address ? maps : []) {
      const found = at(map, /** @type {WebAddress} */ (address));
      if (found) return found;
    }
    return null;
  };

  /** @type {(map: SiteMap, address: WebAddress) => string | null} */
  const kindOf = (map, address) => {
    const { hosts, pages } = of(map);
    /** @type {(way: Form) => boolean} */
    const fits = (way) => {
      const values = forms.match(way, address, hosts);
      return !!values && !Object.values(values).some((value) => map.reserved.includes(value.toLowerCase()));
    };
    return pages.find(([, ways]) => ways.some(fits))?.[0] ?? null;
  };

  /** The ids that one compiled mark finds in a text, in order. */
  /** @type {(map: SiteMap, mark: RegExp, text: string) => string[]} */
  const idsBy = (map, mark, text) => [...text.matchAll(mark)].flatMap((match) => idsOf(map.site, { ...match.groups }, ""));

  /** @type {(map: SiteMap, text: string) => string[]} */
  const idsIn = (map, text) => {
    const found = of(map).people.flatMap(({ marks: ways }) =>
      ways.flatMap((way) => idsBy(map, way, text)),
    );
    return [...new Set(found)];
  };

  /** @type {(map: SiteMap, text: string) => string[]} */
  const marks = (map, text) => idsIn(map, text.slice(0, LONGEST_ATTRIBUTE));

  /** Whether a mark is a number, or an address that people choose: the one never says anything about the other. */
  /** @type {Poise["identity"]["tells"]} */
  const tells = (mark) => (/^[a-z]+:[a-z]+:|\?id=/.test(mark) || forms.isCode(mark.split("/").at(-2) ?? "") ? "number" : "address");

  /** @type {(url: string) => string | null} */
  const siteOf = (url) => parse(url)?.host.split(".").at(-2) ?? null;

  poise.identity = { identify, at, kindOf, idsBy, idsIn, marks, tells, siteOf };
})();
