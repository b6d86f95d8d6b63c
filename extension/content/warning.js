// The warning: a modal dialog in a layer of ours. It says why, what to do instead, and how to go on anyway.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.warning) return;
  const { make, isolate } = poise.dom;
  const { say, when, ago, day } = poise.words;

  const SLEEP_MS = 700;
  const RETURNS = 5;

  const CSS = `
    dialog { inline-size: min(460px, calc(100vw - 32px)); max-block-size: calc(100vh - 32px); overflow: auto; border: 0;
      border-radius: 16px; padding: 24px; box-shadow: var(--shadow); opacity: 1 !important; visibility: visible !important; }
    dialog::backdrop { background: rgb(16 24 40 / 45%); }
    .who { display: flex; gap: 8px; align-items: center; margin-block-end: 12px; }
    .dot { inline-size: 10px; block-size: 10px; border-radius: 50%; background: var(--warm); flex: none; }
    .why { margin-block: 12px 16px; }
    .same { margin-block-end: 12px; padding: 10px 14px; border-radius: var(--round); background: var(--warm-soft); }
    .better { background: var(--accent-soft); border-radius: var(--round); padding: 14px 16px; display: grid; gap: 10px; }
    .better ul { margin: 0; padding: 0; list-style: none; display: grid; gap: 10px; }
    .due { display: block; font-weight: 600; }
    .since { margin-block-start: 4px; }
    .row { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 16px; }
    .row.small { gap: 0 16px; margin-block-start: 12px; padding-block-start: 8px; border-block-start: 1px solid var(--line); }
    .row.small button { padding-inline: 0; }
    .foot { margin-block-start: 10px; min-block-size: 2.6em; }`;

  /** @type {(step: Saying["instead"][number]) => string} */
  const dueWords = ({ due, done }) => {
    if (done) return say("done");
    if (!due) return "";
    const at = Date.parse(due);
    return at < Date.now() ? say("wasDue", when(at, Date.now())) : say("dueBy", when(at, Date.now()));
  };

  /** @type {(step: Saying["instead"][number]) => HTMLElement} */
  const stepItem = (step) =>
    make("li", {}, ...(dueWords(step) ? [make("span", { class: "due" }, dueWords(step))] : []), step.text);

  /** @type {(saying: Saying) => string} */
  const basis = ({ source, grade, contested, made, online }) =>
    [
      source && say("accordingTo", source.title),
      grade && say(`grade_${grade.replace(" ", "_")}`),
      contested,
      !online && say("fromSnapshot", ago(made, Date.now())),
    ].filter(Boolean).join(" · ");

  /** @type {(choice: string, key: string, kind?: string, ...values: string[]) => HTMLElement} */
  const button = (choice, key, kind = "", ...values) =>
    make("button", {
      type: "button", "data-choice": choice, class: kind, "aria-disabled": choice === "send_anyway" && "true",
    }, say(key, ...values));

  /** Whose decision is awaited, and since when. */
  /** @type {(saying: Saying) => (Node | string)[]} */
  const whose = ({ company, stage, since }) => [
    isolate(company), ` · ${say(`stage_${stage}`)}`,
    stage === "awaiting" && since ? ` · ${say("sinceInterview", day(Date.parse(since)))}` : "",
  ];

  /** @type {(saying: Saying) => HTMLElement[]} */
  const body = (saying) => [
    make("div", { class: "who quiet" }, make("span", { class: "dot" }), say("heldByPoise")),
    make("h2", { tabindex: "-1", id: "stake", autofocus: true }, saying.headline),
    make("p", { class: "since quiet" }, ...whose(saying)),
    make("p", { class: "why", id: "why" }, saying.reason),
    ...(saying.match === "name" ? [make("p", { class: "same" }, ...sameQuestion(saying))] : []),
    ...(saying.instead.length ? [make("div", { class: "better" }, make("ul", {}, ...saying.instead.map(stepItem)))] : []),
    make("div", { class: "row" },
      ...(saying.instead.length ? [button("instead", mainKey(saying), "main")] : []),
      button("cancel", "dontSend")),
    make("div", { class: "row small" },
      button("decided", "theyDecided", "plain"), button("not_them", "notThisPerson", "plain"),
      ...(saying.kind === "person" ? [button("trusted", "trustThem", "plain")] : []),
      button("send_anyway", "sendAnyway", "plain")),
    make("p", { class: "foot quiet" }, basis(saying)),
  ];

  /** @type {(saying: Saying) => (Node | string)[]} */
  const sameQuestion = ({ name }) => {
    const [before, after = ""] = say("isThisTheSame", "\u0000").split("\u0000");
    return [before, isolate(name), after];
  };

  /** @type {(saying: Saying) => string} */
  const mainKey = ({ instead }) => (instead[0].kind === "thank_you" && !instead[0].done ? "writeThankYou" : "showBetterStep");

  /** Nothing of the page lies over the button: what is pressed is what is seen. */
  /** @type {(host: Element, target: Element) => boolean} */
  const uncovered = (host, target) => {
    const { left, right, top, bottom } = target.getBoundingClientRect();
    const corners = [[left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2], [right - 2, bottom - 2]];
    return corners.every(([x, y]) => document.elementsFromPoint(x, y)[0] === host);
  };

  /**
   * Show the warning over the page, whatever the page has open.
   * @param {Saying} saying
   * @param {(choice: string) => void} choose called once with what the user chose
   * @param {() => void} lost called when the page keeps taking the warning away
   */
  const open = (saying, choose, lost) => {
    const life = new AbortController();
    const opened = performance.now();
    /** @type {HTMLElement | null} */
    let pressed = null;
    let returns = 0;
    const { host, root, plain, close } = poise.layer.open(CSS, (event) => handle(event));
    const dialog = make("dialog", {
      role: "alertdialog", "aria-modal": "true", "aria-labelledby": "stake", "aria-describedby": "why",
      "data-verdict": saying.level, "data-rule": saying.rule, closedby: "none",
    });
    dialog.append(...body(saying));
    root.append(dialog);

    const raise = () => {
      if (dialog.open) dialog.close();
      dialog.showModal();
      /** @type {HTMLElement | null} */ (root.getElementById("stake"))?.focus();
    };

    /** @param {string} choice */
    const finish = (choice) => {
      life.abort();
      observer.disconnect();
      dialog.close();
      close();
      choose(choice);
    };

    const awake = () => performance.now() - opened >= SLEEP_MS;

    /** Not the tail of the press that opened this; and what would send is asleep at first, and never pressed blindly. */
    /** @param {HTMLElement} target */
    const mayAct = (target) =>
      (target === pressed || awake()) &&
      (target.dataset.choice !== "send_anyway" || (awake() && uncovered(host, target)));

    /** @param {Event} event */
    const handle = (event) => {
      if (!event.isTrusted) return event.preventDefault();
      if (event.type === "keydown") escape(/** @type {KeyboardEvent} */ (event));
      const target = poise.layer.buttonOf(root, event);
      if (event.type === "pointerdown" || (event.type === "keydown" && !(/** @type {KeyboardEvent} */ (event).repeat))) pressed = target;
      if (event.type === "click" && target && mayAct(target)) finish(/** @type {string} */ (target.dataset.choice));
    };

    /** @param {KeyboardEvent} event */
    const escape = (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.isTrusted) finish("cancel");
    };

    const restore = () => {
      if (life.signal.aborted) return;
      if (++returns > RETURNS) {
        life.abort();
        observer.disconnect();
        close();
        return lost();
      }
      if (host.parentNode !== document.documentElement) document.documentElement.append(host);
      plain();
      raise();
      watch();
      observer.takeRecords();
    };
    const observer = new MutationObserver(restore);
    const watch = () => {
      observer.observe(document, { childList: true });
      observer.observe(document.documentElement, { childList: true });
      observer.observe(host, { attributes: true });
    };

    /** The page opened something in the top layer: ours has to be on top again before it is believed. */
    /** @param {Event} event */
    const toggled = (event) => {
      if (/** @type {ToggleEvent} */ (event).newState === "open" && event.target !== host) queueMicrotask(restore);
    };

    window.addEventListener("keydown", escape, { capture: true, signal: life.signal });
    window.addEventListener("toggle", toggled, { capture: true, signal: life.signal });
    raise();
    watch();
    const wake = () => root.querySelector('[data-choice="send_anyway"]')?.removeAttribute("aria-disabled");
    setTimeout(wake, SLEEP_MS);

    /** The service's own words, when they differ from what was painted. */
    /** @param {Saying} fresh */
    const complete = (fresh) => {
      if (life.signal.aborted) return;
      dialog.dataset.rule = fresh.rule;
      dialog.replaceChildren(...body(fresh));
      if (awake()) wake();
      /** @type {HTMLElement | null} */ (root.getElementById("stake"))?.focus();
    };

    return { complete, close: (/** @type {string} */ choice) => life.signal.aborted || finish(choice) };
  };

  poise.warning = { open };
})();
