// From an effect of the guard to what a person is asked or told: over the page or, in quiet mode, beside it; and back.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.asking) return;
  const api = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? globalThis.chrome);
  const { say } = poise.words;
  const { plain } = poise.saying;

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

  /** @type {(asking: Asking, verdict: FreshVerdict) => Judged} */
  const judgedOf = ({ whom, action, text }, { verdict, rule }) => ({ whom, action, text: text ?? "", level: verdict, rule });

  /** @type {(saying: Saying, hands: Pick<Hands, "tell" | "quiet">) => void} */
  const advise = (saying, { tell, quiet }) => {
    if (quiet) void tell({ kind: "advise", saying });
    else poise.hint.show(saying);
  };

  /** The questions that stand now, and what ends each. @type {Map<string, (choice: string) => void>} */
  const open = new Map();

  /** Paint from the snapshot over the page, unless the page is left alone. */
  /** @type {(asking: Asking, id: string, tell: Hands["tell"]) => Promise<{ saying: Saying, shown: ReturnType<Poise["warning"]["open"]> } | null>} */
  const paint = async (asking, id, tell) => {
    const details = known.get(asking.whom) ?? (await read(asking.whom));
    const saying = poise.saying.ofUse(asking, { ...asking, level: "hold" }, details);
    if (!saying) return null;
    const choose = (/** @type {string} */ choice) => {
      if (choice !== "fine") void tell({ kind: "choose", id, choice });
      answered({ id, choice });
    };
    return { saying, shown: poise.warning.open(saying, choose, () => void tell({ kind: "apart", id })) };
  };

  /**
   * Ask once: paint from the snapshot, complete from the service, carry the choice back.
   * @type {(asking: Asking, hands: Hands) => Promise<void>}
   */
  const ask = async (asking, hands) => {
    const { tell, run, quiet } = hands;
    const id = poise.words.uuid();
    open.set(id, (choice) => end(choice, asking, hands));
    const painting = quiet ? null : paint(asking, id, tell);
    const asked = tell({ kind: "ask", id, asking, url: location.href, apart: quiet });
    const painted = await painting;
    if (!quiet && !painted) return answered({ id, choice: "cancel" });
    const verdict = (await asked) ?? {};
    if (verdict.verdict && asking.text) run({ kind: "judged", judged: judgedOf(asking, verdict) });
    if (!verdict.verdict || verdict.verdict === "hold") return painted?.shown.complete(poise.saying.completed(painted.saying, verdict));
    painted?.shown.close("fine");
    answered({ id, choice: "fine" });
  };

  /** @type {(choice: string, asking: Asking, hands: Hands) => void} */
  const end = (choice, asking, hands) => {
    // A text that was found fine needs no pass: it goes as it stands, and is judged anew when it changes.
    const goesOn = choice === "send_anyway" || choice === "not_them" || (choice === "fine" && !asking.text);
    hands.run(goesOn ? { kind: "armed", now: Date.now() } : { kind: "closed" });
    if (hands.quiet) return;
    if (choice === "send_anyway" || choice === "not_them") poise.hint.show(plain(say("pressAgain"), say("pressAgainWhy")));
    if (choice === "fine") poise.hint.show(plain(say("fineNow"), say("fineNowWhy")));
  };

  /** What was chosen, over the page or in a window of ours; a question ends once. */
  /** @type {Poise["asking"]["answered"]} */
  const answered = ({ id, choice }) => {
    const ends = open.get(id);
    open.delete(id);
    ends?.(choice);
  };

  /** @type {Poise["asking"]["hint"]} */
  const hint = async (use, answer, hands) => {
    const saying = answer.whom && poise.saying.ofUse(use, answer, await read(answer.whom));
    if (saying) advise(saying, hands);
  };

  /** A use that went through before the guard was ready is told, not hidden. */
  /** @type {Poise["asking"]["missed"]} */
  const missed = (hands) => advise(plain(say("tooEarly"), say("tooEarlyWhy")), hands);

  poise.asking = { prepare: read, ask, answered, hint, missed };
})();
