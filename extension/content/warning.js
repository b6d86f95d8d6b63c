// The warning: a modal dialog in a layer of ours, with the words of the card. How it is pressed, completed and left.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.warning) return;
  const { make } = poise.dom;

  const CSS = `
    dialog { inline-size: min(540px, calc(100vw - 32px)); max-block-size: calc(100vh - 32px); overflow: auto; border: 0;
      border-radius: 16px; padding: 24px; box-shadow: var(--shadow); opacity: 1 !important; visibility: visible !important; }
    dialog[open] { display: flex; flex-direction: column; }
    dialog::backdrop { background: rgb(16 24 40 / 45%); }
    .said { flex: 0 1 auto; min-block-size: 6em; overflow: auto; }
    .ways { flex: none; }
    @media (max-width: 400px) { dialog { padding: 16px; } }
    @media (max-height: 420px), (max-width: 400px) and (max-height: 700px) { /* all of it scrolls, but for the two main ways */
      .said, .ways .row { flex-shrink: 0; }
      .said { overflow: visible; }
      .ways { display: contents; }
      dialog { padding-block-end: 0; } /* below what sticks, nothing may show through */
      .ways .row:not(.small) { position: sticky; inset-block-end: -1px; padding-block: 10px; margin-block-start: 6px; background: var(--paper); z-index: 1; }
      .ways .small { margin-block-start: 0; padding-block-end: 16px; }
    }`;

  /** What is said anew may be longer: it grows upwards, so that no button moves from under a finger. */
  /** @type {(dialog: HTMLDialogElement, paint: () => void) => void} */
  const inPlace = (dialog, paint) => {
    const rest = window.innerHeight - dialog.offsetTop - dialog.offsetHeight;
    const height = dialog.offsetHeight;
    paint();
    if (dialog.offsetHeight === height) return;
    dialog.style.marginBlockEnd = `${rest}px`;
    dialog.style.maxBlockSize = `calc(100vh - ${rest}px - 16px)`;
    window.addEventListener("resize", () => dialog.removeAttribute("style"), { once: true });
  };

  /**
   * Show the warning over the page, whatever the page has open.
   * @param {Saying} saying
   * @param {(choice: string) => void} choose called once with what the user chose
   * @param {() => void} elsewhere called when the page keeps taking the warning away or lying over it: it is closed here
   */
  const open = (saying, choose, elsewhere) => {
    let shown = true;
    const dialog = make("dialog", { ...poise.card.ROLE, "aria-modal": "true", closedby: "none" });
    poise.card.paint(dialog, saying);
    const press = poise.press.within(dialog);

    /** @param {() => void} then */
    const end = (then) => {
      shown = false;
      press.end();
      then();
    };

    /** @param {string} choice */
    const finish = (choice) => end(() => {
      layer.close();
      choose(choice);
    });

    /** @param {Event} event */
    const handle = (event) => {
      if (event.type.startsWith("focus")) return; // comes while it opens, and presses nothing
      if (!event.isTrusted) return event.preventDefault();
      if (event.type === "keydown" && /** @type {KeyboardEvent} */ (event).key === "Escape") {
        event.preventDefault();
        return finish("cancel");
      }
      const button = poise.layer.buttonOf(layer.root, event);
      const choice = press.choiceOf(event, button, layer.seen);
      if (choice === "covered") return uncover(/** @type {HTMLButtonElement} */ (button));
      if (choice) finish(choice);
    };

    /** What was pressed is not what was seen: it is shown, and nothing is taken for pressed. */
    /** @param {HTMLButtonElement} button */
    const uncover = (button) => {
      layer.restore();
      button.scrollIntoView({ block: "nearest" });
    };

    const layer = poise.modal.open(CSS + poise.card.CSS, dialog, { handle, raised: press.sleep, lost: () => end(elsewhere) });

    /** @param {Saying} fresh */
    const complete = (fresh) => {
      if (shown) inPlace(dialog, () => press.repaint(fresh, () => layer.root.activeElement));
    };

    return { complete, close: (/** @type {string} */ choice) => shown && finish(choice) };
  };

  poise.warning = { open };
})();
