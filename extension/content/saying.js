// What is said of one guarded person at one moment: the person's part of the snapshot and the rule's words, joined.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.saying) return;

  /** @type {<T extends { from: string }>(timeline: T[] | undefined, now: number) => T | null} */
  const current = (timeline, now) => {
    let found = null;
    for (const period of timeline ?? []) if (Date.parse(period.from) <= now || !found) found = period;
    return found;
  };

  /** @type {(kind: Words["instead"], steps: Step[] | undefined, values: Record<string, string | number | null>) => Saying["instead"]} */
  const alternatives = (texts, steps, values) =>
    texts.map((text, place) => {
      const step = steps?.[place];
      return { ...text, text: poise.words.fill(text.text, values), due: step?.due ?? null, done: step?.done ?? false };
    });

  /**
   * Without what only the moment knows: how the person was recognised, and how old the snapshot is. `judged`: what was
   * decided by another rule than the snapshot's own, because the text was known.
   * @type {(guarded: Guarded, words: Record<string, Words>, question: string, now: number, judged?: Decided) => SnapshotSaying | null}
   */
  const fromSnapshot = (guarded, words, question, now, judged) => {
    const period = current(guarded.verdicts[question], now);
    const level = judged?.level ?? period?.verdict;
    const rule = judged?.rule ?? period?.rule;
    const said = rule ? words[rule] : null;
    if (!level || !rule || !said) return null;
    const stage = current(guarded.stages, now);
    const days = poise.words.days(stage?.since ?? null, now);
    const values = { name: guarded.name, company: guarded.company, role: guarded.role, days: days === null ? null : days + 1 };
    const note = said.notes[stage?.stage ?? ""];
    return {
      level, rule, kind: guarded.kind, name: guarded.name, company: guarded.company,
      stage: stage?.stage ?? "", since: stage?.since ?? null,
      headline: poise.words.fill(stage?.stage === "awaiting" ? said.headline_awaiting : said.headline, values), reason: poise.words.fill(said.reason, values),
      source: said.source, grade: said.grade, contested: said.contested,
      instead: alternatives(said.instead, rule === period?.rule ? period.instead : undefined, values),
      note: note ? poise.words.fill(note, values) : null,
    };
  };

  /** What is said of a held or advised use, from the snapshot alone. */
  /** @type {(use: Use, answer: Decided & { match: Match }, details: Details) => Saying | null} */
  const ofUse = (use, answer, { person, words, made }) => {
    const said = person && fromSnapshot(person, words, poise.snapshot.question(use), Date.now(), answer);
    return said ? { ...said, match: answer.match, made, answered: null } : null;
  };

  /** The same with the service's own words, or if it gave none, with the snapshot's. */
  /** @type {(saying: Saying, verdict: FreshVerdict | { failure: string }) => Saying} */
  const completed = (saying, verdict) => {
    if (!("verdict" in verdict)) return { ...saying, answered: "snapshot" };
    const { verdict: level, rule, headline, reason, source, grade, contested, instead, note } = verdict;
    return { ...saying, level, rule: rule ?? saying.rule, headline, reason, source, grade, contested, instead, note, answered: "service" };
  };

  /** About the guard itself rather than the etiquette. */
  /** @type {Poise["saying"]["plain"]} */
  const plain = (headline, reason) => ({
    level: "caution", rule: "", name: "", company: "", stage: "", since: null, kind: "person", match: null, headline, reason, source: null, grade: null,
    contested: null, instead: [], note: null, made: Date.now(), answered: null,
  });

  poise.saying = { fromSnapshot, ofUse, completed, plain, current };
})();
