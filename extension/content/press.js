// Which presses in a warning count: none on the tail of what opened it, none in the second half of a double click; what
// would let the click through is asleep at first.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.press) return;

  const SLEEP_MS = 700;
  /**
   * Whether an event presses a button: by a pointer it is the click; by key, or by what reads the screen and moves no focus, the
   * sending of the form around the button, which alone names it.
   * @type {(event: Event) => boolean}
   */
  const counts = (event) => event.type === "submit" || (event.type === "click" && /** @type {UIEvent} */ (event).detail > 0);

  /** What lets the click through when it is pressed again. */
  const ARMING = new Set(["send_anyway", "not_them"]);

  /** @type {(box: HTMLElement) => Press} */
  const within = (box) => {
    let asleep = true;
    /** @type {HTMLElement | null} */
    let pressed = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let alarm;

    const mark = () => {
      for (const button of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("[data-choice]"))) {
        if (asleep && ARMING.has(button.dataset.choice ?? "")) button.setAttribute("aria-disabled", "true");
        else button.removeAttribute("aria-disabled");
      }
    };

    const wake = () => {
      asleep = false;
      mark();
    };

    const sleep = () => {
      asleep = true;
      clearTimeout(alarm);
      alarm = setTimeout(wake, SLEEP_MS);
      mark();
    };

    /** New words by the service: who had got as far as a button stays there; another reason is to be read first. */
    /** @type {(saying: Saying, active: () => Element | null) => void} */
    const repaint = (saying, active) => {
      const at = /** @type {HTMLElement | null} */ (active())?.dataset.choice;
      const another = box.dataset.rule !== saying.rule;
      for (const button of box.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
      poise.card.paint(box, saying);
      if (another) sleep();
      else mark();
      /** @type {HTMLElement | null} */ (box.querySelector(at ? `[data-choice="${at}"]` : "#stake"))?.focus();
    };

    /** The choice that an event makes on a button. `seen`: nothing lies over it. */
    /** @type {Press["choiceOf"]} */
    const choiceOf = (event, button, seen) => {
      const key = event instanceof KeyboardEvent && event.type === "keydown" ? event : null;
      if (event.type === "pointerdown" || (key && !key.repeat)) pressed = button;
      if (!counts(event) || !button) return null;
      const choice = /** @type {string} */ (button.dataset.choice);
      if (asleep && (ARMING.has(choice) || button !== pressed || /** @type {UIEvent} */ (event).detail > 1)) return null;
      return ARMING.has(choice) && !seen(button) ? "covered" : choice;
    };

    sleep();
    return { repaint, choiceOf, sleep, end: () => clearTimeout(alarm) };
  };

  poise.press = { counts, within };
})();
