// What a page puts on top from within its shadow roots: no event of that comes out of them, so they are looked into.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.covers) return;
  const api = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? globalThis.chrome);

  const ON_TOP = ":popover-open, :modal, :fullscreen";
  const HTML = "http://www.w3.org/1999/xhtml";
  const RISES = ["beforetoggle", "toggle", "fullscreenchange"];

  /** Of an event: "soon" where something is about to lie on top, "now" where it does. */
  /** @type {(event: Event) => "soon" | "now" | null} */
  const rises = (event) => {
    if (event.type === "beforetoggle") return /** @type {ToggleEvent} */ (event).newState === "open" ? "soon" : null;
    return /** @type {Element} */ (event.target).matches?.(ON_TOP) ? "now" : null;
  };

  /** Open or closed; Firefox has it on the element, Chromium as a call. */
  /** @type {(element: any) => ShadowRoot | null} */
  const rootOf = (element) => {
    if ("openOrClosedShadowRoot" in element) return element.openOrClosedShadowRoot;
    return element.namespaceURI === HTML ? api.dom?.openOrClosedShadowRoot(element) ?? null : null;
  };

  /** @type {(within: ParentNode) => Iterable<ShadowRoot>} */
  const rootsIn = function* (within) {
    for (const element of within.querySelectorAll("*")) {
      const root = rootOf(element);
      if (!root) continue;
      yield root;
      yield* rootsIn(root);
    }
  };

  /**
   * Watch the roots of the page but `own`. What they hold at first lies under whatever is raised now.
   * @param {ShadowRoot} own
   * @param {(event: Event) => void} told of what rises in them
   */
  const watch = (own, told) => {
    const ended = new AbortController();
    const known = new WeakSet([own]);
    const options = { capture: true, signal: ended.signal };

    /** Whether a root that was not known yet has something on top. */
    const look = () => {
      let found = false;
      for (const root of rootsIn(document.documentElement)) {
        if (known.has(root)) continue;
        known.add(root);
        for (const name of RISES) root.addEventListener(name, told, options);
        found ||= root.querySelector(ON_TOP) !== null;
      }
      return found;
    };
    look();
    return { look, end: () => ended.abort() };
  };

  poise.covers = { RISES, rises, watch };
})();
