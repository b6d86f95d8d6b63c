// What the warning says: what is at stake, why, what to do instead, and the ways to go on.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.card) return;
  const { make, isolate, isolateIn } = poise.dom;
  const { say, when, ago, day, due } = poise.words;

  const CSS = `
    .said { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; align-content: start; }
    .who { display: flex; gap: 8px; align-items: baseline; }
    .dot { inline-size: 10px; block-size: 10px; border-radius: 50%; background: var(--warm); flex: none; }
    .stake, .better ul, .basis { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; }
    .said bdi { display: inline-block; max-inline-size: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; vertical-align: bottom; }
    .same { padding: 10px 14px; border-radius: var(--round); background: var(--warm-soft); }
    .better { background: var(--accent-soft); border-radius: var(--round); padding: 14px 16px; }
    .better ul { margin: 0; padding: 0; list-style: none; gap: 10px; }
    .better .due { display: block; font-weight: 600; }
    .ways .row { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 16px; }
    .ways .main { border-radius: 20px; text-align: start; }
    .ways .small { gap: 0 16px; margin-block-start: 12px; padding-block-start: 8px; border-block-start: 1px solid var(--line); }
    .ways .small button { padding-inline: 0; }
    @media (forced-colors: active) { .better, .same { border: 1px solid CanvasText; } }`;

  /** A thank-you is named by the button that leads to it, with its time. */
  /** @type {(step: Alternative) => boolean} */
  const onButton = ({ kind, due: at, done }) => kind === "thank_you" && !done && at !== null && Date.parse(at) >= Date.now();

  /** What stands on the button is not said twice. */
  /** @type {(step: Alternative, names: string[], place: number) => HTMLElement} */
  const stepItem = (step, names, place) => {
    const words = place === 0 && onButton(step) ? "" : due(step, Date.now());
    return make("li", {}, words ? make("span", { class: "due" }, words) : null, ...isolateIn(step.text, names));
  };

  /** What it rests on: whose advice, and how sure; what was known when. */
  /** @type {(saying: Saying) => string} */
  const basis = ({ source, grade, made, answered }) =>
    [
      source && say("accordingTo", source.title),
      grade && say(`grade_${grade.replace(" ", "_")}`),
      answered === "snapshot" && say("fromSnapshot", ago(made, Date.now())),
    ].filter(Boolean).join(" · ");

  /** @type {(choice: string, kind: string | null, ...words: (Node | string)[]) => HTMLElement} */
  const button = (choice, kind, ...words) => make("button", { "data-choice": choice, class: kind }, ...words);

  /** Where it is that they decide, and since when; that they do is in the headline. */
  /** @type {(saying: Saying) => (Node | string)[]} */
  const where = ({ company, headline, stage, since }) => {
    const parts = [
      ...(company && !headline.includes(company) ? [isolate(company)] : []),
      stage === "awaiting" && since ? say("sinceInterview", day(Date.parse(since))) : say(`stage_${stage}`),
    ];
    return parts.flatMap((part, place) => (place ? [" · ", part] : [part]));
  };

  /** @type {(saying: Saying) => (Node | string)[]} */
  const sameQuestion = ({ name }) => isolateIn(say("isThisTheSame", name), [name]);

  /** The better step by its name, and until when it is best taken. */
  /** @type {(step: Alternative) => string} */
  const mainWords = (step) => {
    if (onButton(step)) return say("writeThankYouBy", when(Date.parse(/** @type {string} */ (step.due)), Date.now()));
    return say(step.kind === "thank_you" && !step.done ? "writeThankYou" : "showBetterStep");
  };

  /** @type {(saying: Saying) => HTMLElement} */
  const said = (saying) => {
    const names = [saying.name, saying.company];
    return make("div", { class: "said" },
      make("div", { class: "who quiet" }, make("span", { class: "dot" }), say("heldByPoise")),
      make("div", { class: "stake" },
        make("h2", { tabindex: "-1", id: "stake", autofocus: true }, ...isolateIn(saying.headline, names)),
        make("p", { class: "quiet", id: "where" }, ...where(saying))),
      make("p", { id: "why" }, ...isolateIn(saying.reason, names)),
      ...(saying.match === "name" ? [make("p", { class: "same" }, ...sameQuestion(saying))] : []),
      ...(saying.instead.length
        ? [make("div", { class: "better" }, make("ul", {}, ...saying.instead.map((step, place) => stepItem(step, names, place))))] : []),
      make("div", { class: "basis quiet" }, saying.contested ? make("p", {}, saying.contested) : null, make("p", {}, basis(saying))));
  };

  // In a form of the dialog any of them closes it even where this script has ended under it, with an extension that was updated.
  /** @type {(saying: Saying) => HTMLElement} */
  const ways = (saying) =>
    make("form", { method: "dialog", class: "ways" },
      make("div", { class: "row" },
        ...(saying.instead.length ? [button("instead", "main", mainWords(saying.instead[0]))] : []),
        button("cancel", null, say("dontSend"))),
      make("div", { class: "row small" },
        button("decided", "plain", say("theyDecided")), button("not_them", "plain", say("notThisPerson")),
        ...(saying.kind === "person" ? [button("trusted", "plain", say("trustThem"))] : []),
        button("send_anyway", "plain", say("sendAnyway"))));

  /** New words in place of those that differ; what is the same stays the same element. */
  /** @type {(painted: Element, fresh: Element) => void} */
  const renew = (painted, fresh) => {
    const [old, parts] = [[...painted.children], [...fresh.children]];
    if (old.length !== parts.length) painted.replaceChildren(...parts);
    else parts.forEach((part, place) => old[place].isEqualNode(part) || old[place].replaceWith(part));
  };

  /**
   * Put the words into a box, or new ones in their place: what is said, and under it the ways to go on.
   * @type {(box: HTMLElement, saying: Saying) => void}
   */
  const paint = (box, saying) => {
    box.dataset.verdict = saying.level;
    box.dataset.rule = saying.rule;
    if (saying.answered) box.dataset.answered = saying.answered;
    box.lang = poise.words.language();
    const parts = [said(saying), ways(saying)];
    if (box.childElementCount) parts.forEach((part, place) => renew(box.children[place], part));
    else box.append(...parts);
  };

  /** What a box of the card is to who does not see it. */
  const ROLE = { role: "alertdialog", "aria-labelledby": "stake where", "aria-describedby": "why" };

  poise.card = { CSS, ROLE, paint };
})();
