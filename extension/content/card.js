// What the warning says: what is at stake, why, what to do instead, and the ways to go on.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.card) return;
  const { make, isolate } = poise.dom;
  const { say, when, ago, day } = poise.words;

  /** What lets the click through when it is pressed again. */
  const ARMING = new Set(["send_anyway", "not_them"]);

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
      type: "button", "data-choice": choice, class: kind, "aria-disabled": ARMING.has(choice) && "true",
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

  poise.card = { ARMING, CSS, body };
})();
