// Whom a control would reach: the strongest source there is, left open rather than guessed. As the service's target.py.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.target) return;
  const { tree, page, labels, hearing } = poise;

  const ELEMENTS_OF_A_CARD = 400;

  /** @typedef {{ found?: Target | null, doubt?: Doubt }} Look */

  /** @type {(target: Target) => boolean} */
  const known = ({ url, ids }) => url !== null || ids.length > 0;

  /** @type {(id: string) => string} */
  const kindOf = (id) => id.slice(0, Math.max(id.lastIndexOf(":"), 0));

  /** Whether an address is an id in disguise, beside which a better one may be found. */
  /** @type {(url: string | null) => boolean} */
  const numbered = (url) => !!url && poise.forms.isCode(url.replace(/\/$/, "").split("/").at(-1) ?? "");

  /** Both together, unless their ids are of two people: then what was known first stays as it is. */
  /** @type {(one: Target, other: Target) => Target} */
  const join = (one, other) => {
    const kinds = new Map(one.ids.map((id) => [kindOf(id), id]));
    if (other.ids.some((id) => (kinds.get(kindOf(id)) ?? id) !== id)) return one;
    const url = other.url && numbered(one.url) ? other.url : one.url ?? other.url;
    return { name: one.name || other.name, url, ids: [...new Set([...one.ids, ...other.ids])] };
  };

  /** @type {(view: PageView, element: Element) => Identity | null} */
  const linked = ({ map, url }, element) => {
    const address = poise.address.parse(poise.address.absolute(element.getAttribute("href") ?? "", url));
    return address && poise.identity.at(map, address);
  };

  /** @typedef {{ identity: Identity, text: string }} Person */

  /** Everybody whom a card links to, and what the link says; and the name of the one whom the map chooses. */
  /** @type {(view: PageView, card: Element, control: Control | Sign) => { people: Person[], named: string | null }} */
  const peopleIn = (view, card, { name }) => {
    const people = [];
    /** @type {{ element: Element, said: Said }[]} */
    const naming = [];
    let budget = ELEMENTS_OF_A_CARD;
    for (const element of tree.elements(card)) {
      if (!budget--) break;
      const identity = element.hasAttribute("href") ? linked(view, element) : null;
      if (identity) people.push({ link: element, identity });
      const said = name && hearing.says(name, element);
      if (said) naming.push({ element, said });
    }
    const chosen = people.find(({ link }) => naming.some(({ element }) => element === link));
    // Beside addresses that people know, a mere id, as in the link that opens a message, says nothing more.
    const plain = people.filter(({ identity }) => !numbered(identity.url));
    const meant = chosen ? [chosen] : plain.length ? plain : people;
    const shown = meant.map(({ link, identity }) => ({
      identity, text: tree.text(link) || (link.getAttribute("aria-label") ?? ""),
    }));
    const names = chosen ? [] : naming.map(({ element, said }) => said.name || tree.text(element));
    return { people: shown, named: names.find((one) => one) ?? null };
  };

  /** Whether the name stands in a link's text, not as a part of longer words. */
  /** @type {(text: string, name: string) => boolean} */
  const mentions = (text, name) => {
    const low = labels.normalise(text);
    const wanted = labels.normalise(name);
    const at = low.indexOf(wanted);
    return at >= 0 && !/[\p{L}\p{N}]$/u.test(low.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(low.slice(at + wanted.length));
  };

  /** Whom of several the control names, in whatever language it does so. */
  /** @type {(people: Person[], element: Element) => string | null} */
  const spoken = (people, element) => {
    const said = people.length > 1 ? [...tree.labels(element)] : [];
    const names = new Set(people.map(({ text }) => text).filter((text) => text && said.some((label) => mentions(label, text))));
    return names.size === 1 ? [...names][0] : null;
  };

  /** @type {(people: Person[]) => Identity | null} */
  const single = (people) => (new Set(people.map(({ identity }) => identity.url)).size === 1 ? people[0].identity : null);

  /** The one person whom the card links to; the one called by the name, where there is a name. */
  /** @type {(people: Person[], name: string | null) => { identity: Identity, shown: string | null } | null} */
  const called = (people, name) => {
    const fitting = people.filter(({ text }) => !name || mentions(text, name));
    const one = single(fitting) ?? (people.some(({ text }) => text) ? null : single(people));
    if (!one) return null;
    const shown = name ?? people.find(({ identity, text }) => identity.url === one.url && text)?.text;
    return { identity: one, shown: shown ? labels.clean(shown) : null };
  };

  /** @type {(view: PageView, control: Control | Sign, element: Element, name: string | null) => Look} */
  const inCard = (view, control, element, heard) => {
    /** @type {Look} */
    let first = {};
    for (const pattern of control.card) {
      const card = tree.closest(element, [pattern]);
      const look = card ? ofCard(view, control, element, heard, card) : {};
      if (look.found && !look.doubt) return look;
      first = first.found ? first : look;
    }
    return first;
  };

  /** Whom a card links to; the one called by the name, where there is a name. */
  /** @type {(view: PageView, control: Control | Sign, element: Element, heard: string | null, card: Element) => Look} */
  const ofCard = (view, control, element, heard, card) => {
    const ids = page.marks(view.map, card);
    const { people, named } = peopleIn(view, card, control);
    const name = heard ?? named ?? spoken(people, element);
    const chosen = called(people, name);
    if (!chosen) return { found: { name, url: null, ids }, ...(people.length && !ids.length ? { doubt: "several" } : {}) };
    const { identity, shown } = chosen;
    return { found: { name: shown, url: identity.url, ids: [...new Set([...identity.ids, ...ids])] } };
  };

  /** @type {(view: PageView, element: Element) => boolean} */
  const labelled = ({ name }, element) => !!name && [...tree.labels(element)].some((label) => mentions(label, name));

  /** Whom the page is about, if the label names them (in any language), or if it names nobody and the control is in their card. */
  /** @type {(view: PageView, element: Element, so: Target) => Look} */
  const onPage = (view, element, so) => {
    if (!view.identity) return {};
    const compared = so.name && view.name;
    if (so.name && view.name && !labels.sameName(so.name, view.name)) return { doubt: "other-name" };
    const inside = !!view.card && view.card !== element && [...tree.ancestors(element)].includes(view.card);
    // Of two people with one name, the page's own is in its card or shares an id with it.
    const sure = inside || (so.ids.length ? so.ids.some((id) => view.ids.includes(id)) : compared || labelled(view, element));
    return sure ? { found: page.target(view) } : {};
  };

  /** @type {(source: TargetSource, view: PageView, control: Control | Sign, element: Element, so: Target) => Look} */
  const look = (source, view, control, element, so) => {
    switch (source) {
      case "href": {
        const identity = linked(view, element);
        return identity ? { found: { name: null, url: identity.url, ids: identity.ids } } : {};
      }
      case "marks": return { found: { name: null, url: null, ids: page.marks(view.map, element) } };
      case "card": return inCard(view, control, element, so.name);
      case "page": return onPage(view, element, so);
      case "address": return { found: page.target(view) };
      default: return {};
    }
  };

  /** @type {(view: PageView, control: Control | Sign, element: Element, name: string | null) => { target: Target | null, why: Doubt | null }} */
  const aim = (view, control, element, name) => {
    /** @type {Target} */
    let target = { name, url: null, ids: [] };
    /** @type {Doubt} */
    let why = "unknown";
    for (const source of control.sources) {
      // A weaker source adds nothing to an address that people know; the element's own ids join.
      if (target.url !== null && source !== "marks" && !numbered(target.url)) continue;
      const { found, doubt } = look(source, view, control, element, target);
      why = doubt ?? why;
      if (found) target = join(target, found);
    }
    if (known(target)) return { target, why: null };
    return target.name ? { target, why: why === "unknown" ? "name-only" : why } : { target: null, why };
  };

  poise.target = { aim };
})();
