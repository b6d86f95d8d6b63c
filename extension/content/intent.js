// From an element to what a click on it would do, by the site map. Reads, changes nothing; as the service's reader.py.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.intent) return;
  const { tree, page, hearing } = poise;

  /** @type {(pattern: Pattern, element: Element, around: Element | null) => boolean} */
  const isLast = ({ css }, element, around) => {
    const alike = around ? [...tree.elements(around)].filter((one) => one.matches(css)) : [];
    return alike.at(-1) === element;
  };

  /** What the element says if it is this control, and acts when clicked; null if not. */
  /** @type {(control: Control | Sign, element: Element) => Said | null} */
  const recognise = ({ match, unless, within }, element) => {
    const fitting = match.flatMap((pattern) => {
      const said = hearing.says(pattern, element);
      return said ? [{ pattern, said }] : [];
    });
    if (!fitting.length || tree.disabled(element)) return null;
    const around = tree.closest(element, within);
    if (within.length && !around) return null;
    if (unless.some((pattern) => hearing.says(pattern, element))) return null;
    const heard = fitting.filter(({ pattern }) => !pattern.last || isLast(pattern, element, around)).map(({ said }) => said);
    return heard.find(({ name }) => name) ?? heard[0] ?? null;
  };

  /** @type {(control: Control, element: Element) => Element | null} */
  const editorOf = ({ text, within }, element) => {
    if (!text) return null;
    if (element.matches(text)) return element;
    return tree.closest(element, within)?.querySelector(text) ?? null;
  };

  /** Whoever is named within the text, as people are mentioned in posts. */
  /** @type {(control: Control, editor: Element | null, url: string, map: SiteMap) => Target[]} */
  const mentionsIn = ({ mention }, editor, url, map) => {
    const named = mention && editor ? [...editor.querySelectorAll(mention)] : [];
    return named.map((element) => {
      const address = poise.address.parse(poise.address.absolute(element.getAttribute("href") ?? "", url));
      const identity = address && poise.identity.at(map, address);
      return { name: tree.text(element) || null, url: identity?.url ?? null, ids: identity?.ids ?? [] };
    });
  };

  /** @type {(element: Element) => string} */
  const shown = (element) => {
    const own = element.getAttribute("aria-label") || element.getAttribute("aria-placeholder") || "";
    return tree.editable(element) ? own : tree.text(element) || own;
  };

  /** @type {(view: PageView, control: Control, element: Element, name: string | null) => Intent} */
  const intentOf = (view, control, element, name) => {
    const { target, why } = poise.target.aim(view, control, element, name);
    const belongs = !target && control.target.includes("attempt");
    const editor = editorOf(control, element);
    return {
      control: control.id, action: control.action, gate: control.gate, element,
      target, fallback: belongs && control.leftover.includes("address") ? page.target(view) : null, why: belongs ? null : why, belongs_to: belongs ? "attempt" : null,
      with_note: control.action === "connect" && !!editor && tree.written(editor) !== "",
      sends_on: control.sends, editor,
      get mentions() { return mentionsIn(control, editor, view.url, view.map); },
      // Only whoever lists a page asks for these.
      get label() { return shown(element); },
      get hidden() { return tree.hidden(element); },
    };
  };

  /** @type {(view: PageView, element: Element) => Intent | null} */
  const ofElement = (view, element) => {
    if (!element.matches(view.shape.css)) return null;
    for (const control of view.shape.controls) {
      const said = element.matches(control.css) ? recognise(control, element) : null;
      if (said) return intentOf(view, control, element, said.name);
    }
    return null;
  };

  /** @type {(map: SiteMap, path: Iterable<Element>, here: Here) => Intent | null} */
  const at = (map, path, { url, document }) => {
    const view = page.view(map, document, url);
    for (const element of path) {
      const found = ofElement(view, element);
      if (found) return found;
    }
    return null;
  };

  /** @type {(map: SiteMap, element: Element, here: Here) => Intent | null} */
  const written = (map, element, { url, document }) => {
    const view = page.view(map, document, url);
    for (const control of view.shape.controls) {
      const editor = control.text && (element.matches(control.text) ? element : tree.closest(element, [{ css: control.text, holds: null }]));
      if (!editor || (control.within.length && !tree.closest(editor, control.within))) continue;
      if (control.sends === "click" || recognise(control, editor)) return intentOf(view, control, editor, null);
    }
    return null;
  };

  /** @type {(map: SiteMap, url: string) => Intent | null} */
  const address = (map, url) => {
    const view = page.view(map, document, url);
    const control = view.shape.controls.find(({ match, page: kinds }) => !match.length && kinds.length);
    if (!control || !view.identity) return null;
    const { url: whose, ids } = view.identity;
    return {
      control: control.id, action: control.action, gate: control.gate, element: null, label: null,
      target: { name: null, url: whose, ids }, fallback: null, why: null, belongs_to: null,
      with_note: false, sends_on: control.sends, hidden: false, editor: null, mentions: [],
    };
  };

  /** @type {(map: SiteMap, root: Document, url: string) => Intent[]} */
  const all = (map, root, url) => {
    const view = page.view(map, root, url);
    const opened = address(map, url);
    const found = [...tree.elements(root)].map((element) => ofElement(view, element)).filter((intent) => intent !== null);
    return opened ? [opened, ...found] : found;
  };

  /** @type {(map: SiteMap, root: Document, url: string) => Seen[]} */
  const signs = (map, root, url) => {
    const view = page.view(map, root, url);
    if (!view.shape.signs.length) return [];
    return [...root.querySelectorAll(view.shape.signs.map(({ css }) => css).join(", "))].flatMap((element) => {
      for (const sign of view.shape.signs) {
        const said = element.matches(sign.css) ? recognise(sign, element) : null;
        if (said) return [{ sign: sign.id, tells: sign.tells, element, target: poise.target.aim(view, sign, element, said.name).target }];
      }
      return [];
    });
  };

  poise.intent = {
    at, written, address, all, signs,
    prepare: (map) => (poise.sitemap.prepare(map), map),
    page: (map, root, url) => page.read(page.view(map, root, url)),
    text: ({ editor }) => editor && tree.written(editor),
  };
})();
