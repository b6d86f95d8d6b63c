// What both readers ask of elements, through open shadow roots; the same as the service's tree.py.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.tree) return;
  const { clean } = poise.labels;

  const LONGEST = 300;
  const NODES_OF_A_LABEL = 64;
  const SILENT = new Set(["script", "style", "template", "noscript", "title", "textarea", "iframe"]);
  const APART = new Set(
    ("address article br dd div dt figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p section" +
      " table td th tr ul").split(" "),
  );
  const UNSEEN = /(?:^|;) *(?:display *: *none|visibility *: *hidden)/;

  // Of a node that came here from another document, Firefox says that it is no instance of this one's Element.
  /** @type {(node: Node) => node is Element} */
  const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;

  /** @type {(root: ParentNode) => Iterable<Element>} */
  const elements = function* (root) {
    const stack = /** @type {Element[]} */ ([]);
    /** @param {ParentNode} node */
    const push = (node) => {
      for (let child = node.lastElementChild; child; child = child.previousElementSibling) stack.push(child);
      if (isElement(node) && node.shadowRoot) push(node.shadowRoot);
    };
    push(root);
    for (let next = stack.pop(); next; next = stack.pop()) {
      yield next;
      if (next.localName !== "noscript") push(next);
    }
  };

  /** @type {(element: Element) => Element | null} */
  const parentOf = (element) =>
    element.parentElement ?? /** @type {ShadowRoot | null} */ (element.parentNode)?.host ?? null;

  /** @type {(element: Element) => Iterable<Element>} */
  const ancestors = function* (element) {
    for (let at = parentOf(element); at; at = parentOf(at)) yield at;
  };

  /** @type {(element: Element) => Element | null} */
  const hostOf = (element) => {
    const root = element.getRootNode();
    return (root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && /** @type {ShadowRoot} */ (root).host) || null;
  };

  /** The element itself, or the next one around it, that the selector fits. */
  /** @type {(element: Element | null, css: string) => Element | null} */
  const nearest = (element, css) => {
    // To walk up by ourselves takes Firefox far longer than to ask it.
    for (let at = element; at; at = hostOf(at)) {
      const found = at.closest(css);
      if (found) return found;
    }
    return null;
  };

  /** @type {(element: Element, patterns: Pick<Pattern, "css" | "holds">[]) => Element | null} */
  const closest = (element, patterns) => {
    for (const { css, holds } of patterns) {
      for (let at = nearest(parentOf(element), css); at; at = nearest(parentOf(at), css)) if (!holds || at.querySelector(holds)) return at;
    }
    return null;
  };

  /** @type {(element: Element) => boolean} */
  const unseen = (element) =>
    element.hasAttribute("hidden") ||
    element.getAttribute("aria-hidden") === "true" ||
    UNSEEN.test((element.getAttribute("style") ?? "").toLowerCase());

  /** Whether the markup itself says that it is not shown. */
  /** @type {(element: Element) => boolean} */
  const hidden = (element) => {
    if (unseen(element)) return true;
    for (const around of ancestors(element)) if (unseen(around)) return true;
    return false;
  };

  /** @type {(element: Element) => boolean} */
  const disabled = (element) => element.hasAttribute("disabled") || element.getAttribute("aria-disabled") === "true";

  /** @type {(element: Element) => (Node | string)[]} */
  const spoken = (element) => {
    const inside = /** @type {(Node | string)[]} */ ([...(element.shadowRoot?.childNodes ?? []), ...element.childNodes]);
    const edges = APART.has(element.localName) ? [" "] : [];
    return [...edges, ...inside.reverse(), ...edges];
  };

  /** What an element shows, cleaned; blocks stand apart. Of much content only the beginning. */
  /** @type {(element: Element) => string} */
  const text = (element) => {
    let said = "";
    let budget = NODES_OF_A_LABEL;
    const stack = /** @type {(Node | string)[]} */ ([element]);
    while (stack.length && budget && said.length <= LONGEST) {
      const node = /** @type {Node | string} */ (stack.pop());
      if (typeof node === "string") said += node;
      else if (node.nodeType === Node.TEXT_NODE) said += node.nodeValue;
      else if (isElement(node)) {
        budget -= 1;
        if (node === element || !(SILENT.has(node.localName) || unseen(node))) stack.push(...spoken(node));
      }
    }
    return clean(said);
  };

  /** @type {(element: Element) => string} */
  const innerLabel = (element) => {
    let budget = NODES_OF_A_LABEL;
    for (const inner of elements(element)) {
      const label = inner.getAttribute("aria-label");
      if (label || !--budget) return label ?? "";
    }
    return "";
  };

  /** Whether text is written in it; what is written there is not its label. */
  /** @type {(element: Element) => boolean} */
  const editable = (element) => element.localName === "textarea" || element.getAttribute("contenteditable") === "true";

  /** All that an element may be called: its own label, what it shows, the first label within it; read as it is asked for. */
  /** @type {(element: Element) => Generator<string, undefined>} */
  const labels = function* (element) {
    /** @type {(name: string) => string} */
    const attribute = (name) => element.getAttribute(name) ?? "";
    const own = attribute("aria-label");
    if (own) yield own;
    const others = editable(element)
      ? [() => attribute("aria-placeholder"), () => attribute("placeholder")]
      : [() => text(element), () => (own ? "" : innerLabel(element))];
    for (const other of others) {
      const name = other();
      if (name) yield name;
    }
  };

  /** @type {(node: Node) => string} */
  const lines = (node) => {
    const own = node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? "") : "";
    if (!isElement(node)) return /^\s*\n\s*$/.test(own) ? "" : own; // a line break that only lays out the source
    if (node.localName === "br") return "\n";
    const inside = [...node.childNodes].map(lines).join("");
    return node.localName === "p" || node.localName === "div" ? `${inside.replace(/\n$/, "")}\n` : inside;
  };

  /** @type {(editor: Element) => string} */
  const written = (editor) =>
    (/^(textarea|input)$/.test(editor.localName) ? /** @type {HTMLInputElement} */ (editor).value : lines(editor)).trim();

  poise.tree = { isElement, elements, ancestors, closest, hidden, disabled, editable, text, labels, written };
})();
