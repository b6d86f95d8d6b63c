// The mark beside a tracked person: who, which stage, which day. At the window's edge, never in the site's tree.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.chip) return;
  const { make, isolate } = poise.dom;
  const { say } = poise.words;

  const CSS = `
    button.card { position: fixed; inset-block-end: 16px; inset-inline-start: 16px; z-index: 2147483646; min-height: 0;
      padding: 6px 14px; border-radius: 999px; box-shadow: var(--shadow); font-size: var(--small); color: var(--ink);
      background: var(--paper); display: flex; gap: 8px; align-items: center; border: 1px solid var(--line);
      max-inline-size: calc(100vw - 32px); text-align: start; }
    bdi { display: inline-block; max-inline-size: min(14em, 60vw); overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
      vertical-align: bottom; }
    .dot { inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--accent); flex: none; }
    [data-stage="awaiting"] .dot, [data-stage="scheduled"] .dot, [data-stage="applied"] .dot { background: var(--warm); }`;

  /** @type {{ close: () => void, key: string } | null} */
  let shown = null;

  const hide = () => {
    shown?.close();
    shown = null;
  };

  /**
   * @param {{ id: string, name: string, stage: string, day: number | null }} person
   * @param {() => void} pressed
   */
  const show = ({ id, name, stage, day }, pressed) => {
    const key = [id, name, stage, day].join("|");
    if (shown?.key === key) return;
    hide();
    const { root, close } = poise.layer.open(CSS, (event) => {
      if (event.type === "click" && event.isTrusted) pressed();
    });
    root.append(make("button", { type: "button", class: "card", lang: poise.words.language(), "data-stage": stage, title: say("chipTitle") },
      make("span", { class: "dot" }),
      make("span", {}, isolate(name), ` · ${say(`stage_${stage}`)}`, day === null ? "" : ` · ${say("dayNumber", day)}`)));
    shown = { close, key };
  };

  poise.chip = { show, hide };
})();
