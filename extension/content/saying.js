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

  poise.saying = { fromSnapshot, current };
})();
