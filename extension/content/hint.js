// A quiet hint at the edge of the window: one better idea, gone by itself, never in the way.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.hint) return;
  const { make, isolateIn } = poise.dom;
  const { say } = poise.words;

  const STAYS_MS = 15_000;

  // Above the chip: at the other end both sites keep what messages are written and sent in.
  const CSS = `
    .card { position: fixed; inset-block-end: 72px; inset-inline-start: 16px; z-index: 2147483647; max-inline-size: min(360px, calc(100vw - 48px));
      border-radius: var(--round); padding: 16px 18px; box-shadow: var(--shadow); display: grid; gap: 10px;
      border-inline-start: 4px solid var(--warm); }
    .card[data-place=above] { inset-block: 72px auto; }
    .card[data-place=across] { inset-inline: auto 16px; }
    .note { background: var(--soft); border-radius: 8px; padding: 10px 12px; white-space: pre-line; }
    .row { display: flex; flex-wrap: wrap; gap: 8px; }
    .row > .plain:first-child { margin-inline-start: -9px; }`;

  /** @type {{ close: () => void } | null} */
  let shown = null;

  /** @type {(saying: Saying) => HTMLElement} */
  const card = (saying) => {
    /** @type {(text: string) => (Node | string)[]} */
    const apart = (text) => isolateIn(text, [saying.name, saying.company]);
    return make("div", { class: "card", role: "status", lang: poise.words.language(), "data-verdict": saying.level, "data-rule": saying.rule },
      make("h2", {}, ...apart(saying.headline)),
      make("p", {}, ...apart(saying.reason)),
      ...(saying.note
        ? [make("p", { class: "quiet" }, say("suggestedNote")), make("p", { class: "note" }, saying.note)]
        : saying.instead.map((step) => make("p", { class: "note" }, ...apart(step.text)))),
      make("form", { method: "dialog", class: "row" },
        ...(saying.note ? [make("button", { class: "main", "data-choice": "copy" }, say("copyNote"))] : []),
        make("button", { class: "plain", "data-choice": "close" }, say("close"))));
  };

  /** @type {(one: DOMRect, other: DOMRect) => boolean} */
  const overlap = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

  /** Not over what was just pressed: it is to be pressed again, or taken back there. */
  /** @type {(hint: HTMLElement, at: DOMRect) => void} */
  const stepAside = (hint, at) => {
    for (const place of ["below", "above", "across"]) {
      hint.dataset.place = place;
      if (!overlap(hint.getBoundingClientRect(), at)) return;
    }
  };

  /** @type {Poise["hint"]["show"]} */
  const show = (saying, at) => {
    shown?.close();
    const { root, close } = poise.layer.open(CSS, (event) => handle(event));
    const hint = card(saying);
    const region = make("div", { "aria-live": "polite" });
    root.append(region);
    // A live region is read when something is put into it, so the words come one frame after the region.
    requestAnimationFrame(() => {
      region.append(hint);
      if (at) stepAside(hint, at);
    });
    let timer = setTimeout(close, STAYS_MS);
    /** @param {Event} event */
    const handle = async (event) => {
      clearTimeout(timer);
      timer = setTimeout(close, STAYS_MS);
      if (!poise.press.counts(event) || !event.isTrusted) return;
      const pressed = poise.layer.buttonOf(root, event);
      if (pressed?.dataset.choice === "close") close();
      if (pressed?.dataset.choice === "copy" && saying.note) {
        await navigator.clipboard.writeText(saying.note);
        pressed.textContent = say("copied");
      }
    };
    shown = { close };
  };

  poise.hint = { show };
})();
