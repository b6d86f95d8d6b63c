// The warning: a modal dialog in a layer of ours, with the words of the card. How it is pressed, completed and left.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.warning) return;
  const { make } = poise.dom;
  const { ARMING } = poise.card;

  const SLEEP_MS = 700;

  /**
   * Show the warning over the page, whatever the page has open.
   * @param {Saying} saying
   * @param {(choice: string) => void} choose called once with what the user chose
   * @param {() => void} lost called when the page keeps taking the warning away
   */
  const open = (saying, choose, lost) => {
    let shown = true;
    let asleep = true;
    /** @type {HTMLElement | null} */
    let pressed = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let alarm;
    const dialog = make("dialog", {
      role: "alertdialog", "aria-modal": "true", "aria-labelledby": "stake", "aria-describedby": "why",
      "data-verdict": saying.level, "data-rule": saying.rule, closedby: "none",
    }, ...poise.card.body(saying));

    /** @param {() => void} then */
    const end = (then) => {
      shown = false;
      clearTimeout(alarm);
      then();
    };

    /** @param {string} choice */
    const finish = (choice) => end(() => {
      layer.close();
      choose(choice);
    });

    /**
     * Nothing acts on the tail of the press that opened this, nor on the second half of a double click; and what would
     * let the click through is asleep at first, and never pressed blindly.
     * @type {(event: Event, target: HTMLElement) => boolean}
     */
    const mayAct = (event, target) => {
      if (ARMING.has(/** @type {string} */ (target.dataset.choice))) return !asleep && layer.seen(target);
      return !asleep || (target === pressed && /** @type {UIEvent} */ (event).detail < 2);
    };

    /** @param {Event} event */
    const handle = (event) => {
      if (!event.isTrusted) return event.preventDefault();
      const key = event instanceof KeyboardEvent && event.type === "keydown" ? event : null;
      if (key?.key === "Escape") {
        event.preventDefault();
        return finish("cancel");
      }
      const target = poise.layer.buttonOf(layer.root, event);
      if (event.type === "pointerdown" || (key && !key.repeat)) pressed = target;
      if (event.type === "click" && target && mayAct(event, target)) finish(/** @type {string} */ (target.dataset.choice));
    };

    const layer = poise.modal.open(poise.card.CSS, dialog, { handle, lost: () => end(lost) });

    const sleep = () => {
      asleep = true;
      clearTimeout(alarm);
      for (const choice of ARMING) dialog.querySelector(`[data-choice="${choice}"]`)?.setAttribute("aria-disabled", "true");
      alarm = setTimeout(() => {
        asleep = false;
        for (const sleeper of dialog.querySelectorAll("[aria-disabled]")) sleeper.removeAttribute("aria-disabled");
      }, SLEEP_MS);
    };
    sleep();

    /** The service's own words, in place of those that differ; who had got as far as a button stays there. */
    /** @param {Saying} fresh */
    const complete = (fresh) => {
      if (!shown) return;
      const at = /** @type {HTMLElement | null} */ (layer.root.activeElement)?.dataset.choice;
      const painted = [...dialog.children];
      const parts = poise.card.body(fresh);
      if (parts.length !== painted.length) dialog.replaceChildren(...parts);
      else parts.forEach((part, place) => painted[place].isEqualNode(part) || painted[place].replaceWith(part));
      dialog.dataset.rule = fresh.rule;
      /** @type {HTMLElement | null} */ (dialog.querySelector(at ? `[data-choice="${at}"]` : "#stake"))?.focus();
      sleep();
    };

    return { complete, close: (/** @type {string} */ choice) => shown && finish(choice) };
  };

  poise.warning = { open };
})();
