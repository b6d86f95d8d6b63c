// The only place that decides: (state, event) -> [state, effects], pure and synchronous.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.guard) return;

  const PASS_MS = 30_000;
  const ATTEMPT_MS = 600_000;

  /** @returns {GuardState} */
  const start = () => ({ gesture: null, attempt: null, pass: null, judged: null, asking: null });

  /** What is opened by another control belongs to the attempt that opened it, unless it says itself that it is for somebody else. */
  /** @type {(attempt: Attempt | null, use: Use, now: number) => Attempt | null} */
  const attemptOf = (attempt, use, now) =>
    (use.gate === "last" || use.belongs) && attempt?.site === use.site && attempt.action === use.action && now < attempt.until &&
    poise.snapshot.mayBeSame(attempt.target, use.own)
      ? attempt
      : null;

  /** Whom it reaches: what opened it outranks what the page says, and an address of its own a mere name. */
  /** @type {Guard["aim"]} */
  const aim = (attempt, use, now) => {
    const opened = attemptOf(attempt, use, now);
    if (!opened) return { opened, target: use.target };
    const sure = !!use.own && (use.own.url !== null || use.own.ids.length > 0);
    return { opened, target: sure ? use.own : opened.target ?? use.own };
  };

  /** @type {(state: GuardState, event: GestureEvent) => boolean} */
  const joins = ({ gesture }, { trusted, starts, repeat, name, use }) =>
    !!gesture && trusted && !starts && gesture.key === use.key && (repeat || !gesture.seen.includes(name));

  /** @type {(state: GuardState, use: Use, target: Target | null, now: number, look: Look) => Answer} */
  const answerTo = ({ judged }, use, target, now, look) => {
    const found = look(use, target, now);
    const fresh =
      judged && use.text !== null && judged.whom === found.whom && judged.action === use.action && judged.text === use.text;
    return fresh ? { ...found, level: judged.level, rule: judged.rule } : found;
  };

  /** @type {(pass: Pass | null, use: Use, answer: Answer, now: number) => boolean} */
  const fits = (pass, use, { whom, rule }, now) =>
    !!pass && pass.whom === whom && pass.action === use.action && pass.rule === rule && now < pass.until;

  /** @type {(use: Use, target: Target | null, covered: string | null, now: number) => Attempt} */
  const stage = ({ site, action }, target, covered, now) => ({ site, action, target, covered, until: now + ATTEMPT_MS });

  /** @type {(state: GuardState, event: GestureEvent, look: Look) => [GuardState, Gesture]} */
  const decide = (state, { trusted, now, use }, look) => {
    const { opened, target: aimed } = aim(state.attempt, use, now);
    const target = poise.snapshot.meant(use, aimed, look, now);
    const answer = answerTo(state, use, target, now, look);
    const held = answer.level === "hold";
    const armed = held && trusted && fits(state.pass, use, answer, now);
    const covered = held && trusted && !!opened && opened.covered === answer.rule;
    /** @type {Gesture} */
    const gesture = { key: use.key, seen: [], hold: held && !armed && !covered, answer, target };
    const next = { ...state, gesture, pass: armed ? null : state.pass };
    if (use.gate === "first" && !gesture.hold) next.attempt = stage(use, target, armed ? answer.rule : opened?.covered ?? null, now);
    return [next, gesture];
  };

  /** What an event that really uses the control brings about. */
  /** @type {(state: GuardState, event: GestureEvent, gesture: Gesture) => [GuardState, Effect[]]} */
  const act = (state, { use, trusted }, gesture) => {
    const { answer, target, hold } = gesture;
    if (hold) {
      if (state.asking) return [state, trusted ? [{ kind: "again" }] : []];
      const asking = { ...use, target, whom: /** @type {string} */ (answer.whom), rule: answer.rule, match: answer.match };
      return [{ ...state, asking }, [{ kind: "ask", asking }]];
    }
    /** @type {Effect[]} */
    const effects = [];
    if (answer.level === "caution") effects.push({ kind: "hint", use, answer });
    if (use.gate === "first" || use.vain) return [state, effects];
    if (answer.whom) effects.push({ kind: "sent", use, whom: answer.whom });
    return [{ ...state, attempt: null, judged: null }, effects];
  };

  /** @type {(state: GuardState, event: GestureEvent, look: Look) => [GuardState, Effect[]]} */
  const gestured = (state, event, look) => {
    const joined = joins(state, event);
    const [decided, known] = joined ? [state, /** @type {Gesture} */ (state.gesture)] : decide(state, event, look);
    const acted = known.seen.some((name) => ACTS.has(name));
    const gesture = { ...known, seen: [...known.seen, event.name] };
    /** @type {GuardState} */
    let next = { ...decided, gesture };
    /** @type {Effect[]} */
    let effects = [];
    if (event.acts && !acted) [next, effects] = act(next, event, gesture);
    if (!gesture.hold) return [next, effects];
    if (!joined && gesture.answer.whom) effects.unshift({ kind: "prepare", whom: gesture.answer.whom });
    return [next, [{ kind: "swallow", prevent: event.acts }, ...effects]];
  };

  const ACTS = new Set(["click", "auxclick", "submit", "keydown"]);

  /** The user chose to go on: armed by a trusted press in our own warning only. */
  /** @type {(state: GuardState, event: ArmedEvent) => [GuardState, Effect[]]} */
  const armed = (state, { now }) => {
    const asked = state.asking;
    if (!asked) return [state, []];
    const pass = { whom: asked.whom, action: asked.action, rule: asked.rule, until: now + PASS_MS };
    // An address that was opened directly has no control left to press: its pass covers what it opened.
    const attempt = asked.control === "address" ? stage(asked, asked.target, asked.rule, now) : state.attempt;
    return [{ ...state, asking: null, pass: asked.control === "address" ? null : pass, attempt }, []];
  };

  /** @type {(state: GuardState, event: ArrivedEvent, look: Look) => [GuardState, Effect[]]} */
  const arrived = (state, { now, use }, look) => {
    const same = !!use && !!state.attempt && poise.snapshot.sameTarget(state.attempt.target, use.target);
    const next = same ? state : { ...state, gesture: null, attempt: null, pass: null, judged: null };
    if (!use || same || next.asking) return [next, []];
    const answer = look(use, use.target, now);
    if (answer.level !== "hold") return [{ ...next, attempt: stage(use, use.target, null, now) }, []];
    return act(next, { kind: "gesture", name: "address", trusted: true, repeat: false, starts: true, acts: true, now, use }, {
      key: use.key, seen: [], hold: true, answer, target: use.target,
    });
  };

  /** What it opened belongs to it all the same, so that what follows is held. */
  /** @type {(state: GuardState, event: MissedEvent, look: Look) => [GuardState, Effect[]]} */
  const missed = (state, { now, use }, look) => {
    const target = poise.snapshot.meant(use, use.target, look, now);
    const next = use.gate === "first" ? { ...state, attempt: stage(use, target, null, now) } : state;
    return [next, look(use, target, now).level === "hold" ? [{ kind: "missed", use }] : []];
  };

  /** A verdict on a text; when the open question is about that very text, it is that verdict's rule that is asked about. */
  /** @type {(state: GuardState, judged: Judged) => [GuardState, Effect[]]} */
  const judgedNow = (state, judged) => {
    const asked = state.asking;
    const about = !!asked && asked.whom === judged.whom && asked.action === judged.action && asked.text === judged.text;
    return [{ ...state, judged, asking: about ? { ...asked, rule: judged.rule } : asked }, []];
  };

  /** @type {(state: GuardState, event: GuardEvent, look: Look) => [GuardState, Effect[]]} */
  const step = (state, event, look) => {
    switch (event.kind) {
      case "gesture": return gestured(state, event, look);
      case "armed": return armed(state, event);
      case "closed": return [{ ...state, asking: null }, []];
      case "judged": return judgedNow(state, event.judged);
      case "arrived": return arrived(state, event, look);
      case "missed": return missed(state, event, look);
      case "joined": return [{ ...state, attempt: state.attempt ?? event.attempt }, []];
    }
  };

  poise.guard = { start, step, aim };
})();
