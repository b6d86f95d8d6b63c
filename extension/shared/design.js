// The design system of the pages and of what is shown inside a site: one set of colours, type and space.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.design) return;

  const TOKENS = `
    --ink: #1c2530; --quiet: #5a6675; --paper: #ffffff; --soft: #f3f5f7; --line: #d6dce3;
    --accent: #17655f; --accent-ink: #ffffff; --accent-soft: #e4f1ef; --warm: #8a5a00; --warm-soft: #fdf3df;
    --focus: #2f6fde; --shadow: 0 12px 40px rgb(16 24 40 / 28%);
    --small: 13px; --text: 15px; --large: 19px; --round: 12px; color-scheme: light dark;`;
  const DARK = `
    --ink: #e8ecf1; --quiet: #a4b0bf; --paper: #1d242c; --soft: #27303a; --line: #3c4754;
    --accent: #6cc5bb; --accent-ink: #0c2421; --accent-soft: #1d3a38; --warm: #f0c36d; --warm-soft: #3a3120;
    --focus: #8db4ff; --shadow: 0 12px 40px rgb(0 0 0 / 60%);`;

  /** Tokens for `selector`: `:root` in a page of ours; inside a page what is in the host, for the host itself is the page's to read. */
  /** @type {(selector: string) => string} */
  const tokens = (selector) =>
    `${selector} { ${TOKENS} } @media (prefers-color-scheme: dark) { ${selector} { ${DARK} } }`;

  const PARTS = `
    * { box-sizing: border-box; }
    .card, dialog { font: var(--text)/1.5 system-ui, "Segoe UI", Roboto, sans-serif; color: var(--ink); background: var(--paper); }
    h1, h2 { font-size: var(--large); line-height: 1.3; margin: 0; font-weight: 650; }
    h1:focus, h2:focus { outline: none; }
    p { margin: 0; }
    body, .card, dialog { overflow-wrap: anywhere; }
    bdi { unicode-bidi: isolate; }
    .quiet { color: var(--quiet); font-size: var(--small); }
    button, .button { max-inline-size: 100%; overflow-wrap: break-word; font: inherit; min-height: 40px; padding: 8px 16px; border-radius: 999px; cursor: pointer;
      border: 1px solid var(--line); background: transparent; color: var(--ink); }
    button.main { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); font-weight: 600; }
    button.plain { border-color: transparent; padding: 4px 8px; min-height: 32px; color: var(--quiet); font-size: var(--small);
      text-decoration: underline; text-underline-offset: 3px; }
    button:hover:not([aria-disabled="true"]) { filter: brightness(.96); }
    button[aria-disabled="true"] { opacity: .5; cursor: default; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    @media (prefers-reduced-motion: no-preference) { .card, dialog { animation: rise .12s ease-out; } }
    @keyframes rise { from { translate: 0 6px; } }
    @media (forced-colors: active) {
      .card, dialog { border: 2px solid CanvasText !important; }
      button, .button { border-color: ButtonText; }
      button.plain { border-width: 0; }
      button.main, a.button.main { forced-color-adjust: none; background: Highlight; border-color: Highlight; color: HighlightText; }
      .dot { forced-color-adjust: none; background: CanvasText !important; }
    }`;

  /** @type {Map<string, CSSStyleSheet>} read once, shared by every root that wears it */
  const sheets = new Map();

  /** @type {(text: string) => CSSStyleSheet} */
  const sheetOf = (text) => {
    const sheet = sheets.get(text) ?? new CSSStyleSheet();
    if (!sheets.has(text)) sheet.replaceSync(text);
    sheets.set(text, sheet);
    return sheet;
  };

  /**
   * Give a root the design and its own style. A constructed sheet passes the strictest policy of a site.
   * @type {(root: ShadowRoot | Document, css?: string) => void}
   */
  const dress = (root, css = "") => {
    root.adoptedStyleSheets = [sheetOf(tokens(root instanceof Document ? ":root" : ":host > *") + PARTS + css)];
  };

  poise.design = { dress };
})();
