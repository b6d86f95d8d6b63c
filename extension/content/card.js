// What the warning says: what is at stake, why, what to do instead, and the ways to go on.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.card) return;
  const { make, isolate, isolateIn } = poise.dom;
  const { say, when, ago, day } = poise.words;

  const CSS = `
    .said { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; align-content: start; }
    .who { display: flex; gap: 8px; align-items: center; }
    .dot { inline-size: 10px; block-size: 10px; border-radius: 50%; background: var(--warm); flex: none; }
    .stake, .better ul { display: grid; gap: 4px; }
    .where { font-weight: 450; }
    .same { padding: 10px 14px; border-radius: var(--round); background: var(--warm-soft); }
    .better { background: var(--accent-soft); border-radius: var(--round); padding: 14px 16px; }
    .better ul { margin: 0; padding: 0; list-style: none; gap: 10px; }
    .due { display: block; font-weight: 600; }
    .main .due { font-weight: 400; font-size: var(--small); }
    .alone { display: contents; }
    .row { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 16px; }
    .row.small { gap: 0 16px; margin-block-start: 12px; padding-block-start: 8px; border-block-start: 1px solid var(--line); }
    .row.small button { padding-inline: 0; }`;

  /** @type {(step: Alternative) => string} */
  const dueWords = ({ due, done }) => {
    if (done) return say("done");
    if (!due) return "";
    const at = Date.parse(due);
    return at < Date.now() ? say("wasDue", when(at, Date.now())) : say("dueBy", when(at, Date.now()));
  };

  /** @type {(step: Alternative) => HTMLElement[]} */
  const dueLine = (step) => (dueWords(step) ? [make("span", { class: "due" }, dueWords(step))] : []);

  /** @type {(step: Alternative, names: string[]) => HTMLElement} */
  const stepItem = (step, names) => make("li", {}, ...dueLine(step), ...isolateIn(step.text, names));

  /** What it rests on: whose advice, how sure, and where experts differ. */
  /** @type {(saying: Saying) => string} */
  const basis = ({ source, grade, contested, made, answered }) =>
    [
      source && say("accordingTo", source.title),
      grade && say(`grade_${grade.replace(" ", "_")}`),
      contested,
      answered === "snapshot" && say("fromSnapshot", ago(made, Date.now())),
    ].filter(Boolean).join(" · ");

  /** @type {(choice: string, kind: string, ...words: (Node | string)[]) => HTMLElement} */
  const button = (choice, kind, ...words) => make("button", { type: "button", "data-choice": choice, class: kind }, ...words);

  /** Who is deciding, for how long, and where. */
  /** @type {(saying: Saying) => (Node | string)[]} */
  const stake = ({ name, company, headline }) => [
    ...isolateIn(headline, [name, company]),
    ...(company && !headline.includes(company) ? [make("span", { class: "where" }, " · ", isolate(company))] : []),
  ];

  /** @type {(saying: Saying) => string} */
  const standing = ({ stage, since }) =>
    [say(`stage_${stage}`), stage === "awaiting" && since && say("sinceInterview", day(Date.parse(since)))].filter(Boolean).join(" · ");

  /** @type {(saying: Saying) => (Node | string)[]} */
  const sameQuestion = ({ name }) => isolateIn(say("isThisTheSame", name), [name]);

  /** @type {(saying: Saying) => string} */
  const mainKey = ({ instead }) => (instead[0].kind === "thank_you" && !instead[0].done ? "writeThankYou" : "showBetterStep");

  /** @type {(saying: Saying) => HTMLElement} */
  const said = (saying) => {
    const names = [saying.name, saying.company];
    return make("div", { class: "said" },
      make("div", { class: "who quiet" }, make("span", { class: "dot" }), say("heldByPoise")),
      make("div", { class: "stake" },
        make("h2", { tabindex: "-1", id: "stake", autofocus: true }, ...stake(saying)),
        make("p", { class: "quiet" }, standing(saying))),
      make("p", { id: "why" }, ...isolateIn(saying.reason, names)),
      make("p", { class: "quiet" }, basis(saying)),
      ...(saying.match === "name" ? [make("p", { class: "same" }, ...sameQuestion(saying))] : []),
      ...(saying.instead.length
        ? [make("div", { class: "better" }, make("ul", {}, ...saying.instead.map((step) => stepItem(step, names))))] : []));
  };

  /** @type {(saying: Saying) => HTMLElement} */
  const ways = (saying) =>
    make("div", { class: "ways" },
      make("div", { class: "row" },
        ...(saying.instead.length ? [button("instead", "main", say(mainKey(saying)))] : []),
        // In a form of the dialog it closes even where this script has ended under it, with an extension that was updated.
        make("form", { method: "dialog", class: "alone" }, make("button", { "data-choice": "cancel" }, say("dontSend")))),
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
    const parts = [said(saying), ways(saying)];
    if (box.childElementCount) parts.forEach((part, place) => renew(box.children[place], part));
    else box.append(...parts);
  };

  /** What a box of the card is to who does not see it. */
  const ROLE = { role: "alertdialog", "aria-labelledby": "stake", "aria-describedby": "why" };

  poise.card = { CSS, ROLE, paint };
})();
