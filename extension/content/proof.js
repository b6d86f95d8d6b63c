// What a note could do better, at the edge of the window while it is written in the site's own field. Nothing is put there.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.proof) return;
  const { make } = poise.dom;
  const { say } = poise.words;

  const CSS = `
    .card { position: fixed; inset-block-end: 72px; inset-inline-start: 16px; z-index: 2147483647; max-inline-size: min(320px, calc(100vw - 32px));
      max-block-size: min(50vh, 340px); overflow: auto; border-radius: var(--round); padding: 14px 16px; box-shadow: var(--shadow); display: grid; gap: 8px;
      border-inline-start: 4px solid var(--accent); }
    h2 { font-size: var(--text); }
    ul { margin: 0; padding: 0; list-style: none; display: grid; gap: 8px; }
    li { overflow-wrap: anywhere; }
    form { display: contents; }
    .plain { justify-self: stretch; margin-inline: -9px; text-align: start; position: sticky; inset-block-end: 0; border-radius: 0; background: var(--paper); }`;
  const SHORT = 60;
  const STILL_THERE_MS = 500;

  /** @type {{ region: HTMLElement, close: () => void } | null} */
  let shown = null;
  /** @type {WeakSet<Element>} fields whose remarks the user has closed */
  const closed = new WeakSet();
  let asked = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let vigil;

  /** @type {(text: string) => string} */
  const short = (text) => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);

  /** @type {(remark: Remark) => HTMLElement} */
  const item = ({ severity, message, part }) =>
    make("li", { "data-severity": severity }, message, ...(message.includes(part) ? [] : [" ", make("q", { class: "quiet" }, short(part))]));

  /** @type {(remarks: Remark[]) => HTMLElement} */
  const card = (remarks) =>
    make("div", { class: "card", role: "status", lang: poise.words.language(), "data-proof": String(remarks.length) },
      make("h2", {}, say("noteHintTitle")), make("ul", {}, ...remarks.map(item)),
      make("form", { method: "dialog" }, make("button", { class: "plain" }, say("close"))));

  const close = () => {
    clearInterval(vigil);
    shown?.close();
    shown = null;
  };

  /** @type {(field: Element) => { region: HTMLElement, close: () => void }} */
  const open = (field) => {
    const { root, close: take } = poise.layer.open(CSS, (event) => {
      if (!poise.press.counts(event) || !event.isTrusted || !poise.layer.buttonOf(root, event)) return;
      closed.add(field);
      close();
    });
    const region = make("div", { "aria-live": "polite" });
    root.append(region);
    vigil = setInterval(() => field.isConnected || close(), STILL_THERE_MS);
    return { region, close: take };
  };

  /** The remarks on what stands in a field now; the newest answer counts. Gone when there are none, or the field is. */
  /** @type {Poise["proof"]["look"]} */
  const look = async (field, use, whom, tell) => {
    const mine = ++asked;
    if (use.action !== "connect" || use.site !== "linkedin" || !use.text || closed.has(field)) return;
    const remarks = await tell({ kind: "proofread", whom, text: use.text, site: use.site });
    if (mine !== asked) return;
    if (!Array.isArray(remarks) || !remarks.length || !field.isConnected) return close();
    shown ??= open(field);
    const { region } = shown;
    requestAnimationFrame(() => region.replaceChildren(card(remarks)));
  };

  poise.proof = { look, close };
})();
