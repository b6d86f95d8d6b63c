// From an effect of the guard to what a person sees: the warning, the hint, the chip; and back to the service.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.asking) return;
  const api = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? globalThis.chrome);
  const { say } = poise.words;

  /** @typedef {{ person: Guarded | undefined, words: Record<string, Words>, made: number }} Details */

  /** What has been read already of people on this page: a warning is painted in the very moment of the click. */
  /** @type {Map<string, Details>} */
  const known = new Map();

  /** @type {(id: string) => Promise<Details>} */
  const read = async (id) => {
    const names = /** @type {(keyof Kept)[]} */ ([`person:${id}`, "words", "meta"]);
    const kept = /** @type {Kept} */ (await api.storage.local.get(names));
    const details = { person: kept[`person:${id}`], words: kept.words ?? {}, made: kept.meta?.made ?? 0 };
    known.set(id, details);
    return details;
  };

  api.storage.onChanged.addListener((changes) => {
    if (changes.meta?.newValue) for (const details of known.values()) details.made = /** @type {Meta} */ (changes.meta.newValue).made;
    for (const [id] of known) if (changes.words || changes[`person:${id}`]) known.delete(id);
  });

  /** @type {(saying: Saying, verdict: FreshVerdict) => Saying} */
  const completed = (saying, verdict) => ({
    ...saying, level: verdict.verdict, rule: verdict.rule ?? saying.rule, headline: verdict.headline, reason: verdict.reason,
    source: verdict.source, grade: verdict.grade, contested: verdict.contested, instead: verdict.instead, note: verdict.note,
    online: true,
  });

  /** @type {(asking: Asking, verdict: FreshVerdict) => Judged} */
  const judgedOf = ({ whom, action, text }, { verdict, rule }) => ({ whom, action, text: text ?? "", level: verdict, rule });

  /** A saying of ours, about the guard itself rather than the etiquette. */
  /** @type {(headline: string, reason: string) => Saying} */
  const plain = (headline, reason) => ({
    level: "caution", rule: "", name: "", company: "", stage: "", since: null, kind: "person", match: null, headline, reason, source: null, grade: null,
    contested: null, instead: [], note: null, made: Date.now(), online: true,
  });

  /** @type {(use: Use, answer: Decided & { match: Match }, details: Details) => Saying | null} */
  const sayingOf = (use, answer, { person, words, made }) => {
    const said = person && poise.saying.fromSnapshot(person, words, poise.snapshot.question(use), Date.now(), answer);
    return said ? { ...said, match: answer.match, made, online: false } : null;
  };

  /**
   * Ask once: paint from the snapshot, complete from the service, carry the choice back.
   * @type {(asking: Asking, hands: Hands) => Promise<void>}
   */
  const ask = async (asking, { tell, run }) => {
    const id = poise.words.uuid();
    const saying = sayingOf(asking, { ...asking, level: "hold" }, known.get(asking.whom) ?? (await read(asking.whom)));
    if (!saying) return run({ kind: "closed" });
    const shown = poise.warning.open(saying, (choice) => chosen(choice), () => chosen("lost"));
    const asked = tell({ kind: "ask", id, asking, url: location.href });

    /** @param {string} choice */
    const chosen = (choice) => {
      // A text that was found fine needs no pass: it goes as it stands, and is judged anew when it changes.
      const goesOn = choice === "send_anyway" || choice === "not_them" || (choice === "fine" && !asking.text);
      run(goesOn ? { kind: "armed", now: Date.now() } : { kind: "closed" });
      if (choice === "send_anyway" || choice === "not_them") poise.hint.show(plain(say("pressAgain"), say("pressAgainWhy")));
      if (choice === "fine") poise.hint.show(plain(say("fineNow"), say("fineNowWhy")));
      if (choice !== "fine") void tell({ kind: "choose", id, choice });
    };

    const verdict = await asked;
    if (!verdict?.verdict) return;
    if (asking.text) run({ kind: "judged", judged: judgedOf(asking, verdict) });
    if (verdict.verdict !== "hold") return shown.close("fine");
    shown.complete(completed(saying, verdict));
  };

  /** @type {(use: Use, answer: Answer) => Promise<void>} */
  const hint = async (use, answer) => {
    const saying = answer.whom && sayingOf(use, answer, await read(answer.whom));
    if (saying) poise.hint.show(saying);
  };

  /** A use that went through before the guard was ready is told, not hidden. */
  const missed = () => poise.hint.show(plain(say("tooEarly"), say("tooEarlyWhy")));

  /** @type {(map: SiteMap, index: Index, hands: { tell: Hands["tell"], url: string }) => Promise<void>} */
  const mark = async (map, index, { tell, url }) => {
    const identity = poise.identity.identify([map], url);
    const found = identity && poise.snapshot.find(index, { url: identity.url, ids: identity.ids, name: null });
    if (!found || index.quiet) return poise.chip.hide();
    const { person } = await read(found.id);
    if (!person || location.href !== url) return;
    const now = Date.now();
    const stage = poise.saying.current(person.stages, now);
    if (!stage) return poise.chip.hide();
    const days = poise.words.days(stage.since, now);
    const day = stage.stage === "awaiting" && days !== null ? days + 1 : null;
    poise.chip.show({ id: person.id, name: person.name, stage: stage.stage, day }, () => void tell({ kind: "open", page: "popup", id: person.id }));
  };

  poise.asking = { prepare: read, ask, hint, missed, mark };
})();
