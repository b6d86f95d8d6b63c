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

  /** @type {(saying: Saying, hands: Pick<Hands, "tell" | "quiet" | "at">) => void} */
  const advise = (saying, { tell, quiet, at }) => {
    if (quiet) tell({ kind: "advise", saying }).catch(() => null);
    else poise.hint.show(saying, at);
  };

  /** A question that stands now. `apart`: in a window of ours, not over the page. */
  /** @typedef {{ id: string, asking: Asking, hands: Hands, apart: boolean }} Standing */
  /** @type {Map<string, Standing>} */
  const open = new Map();

  /** The service's verdict; null where the background is not there to ask. */
  /** @type {(standing: Standing) => Promise<FreshVerdict | null>} */
  const put = async ({ id, asking, hands, apart }) =>
    hands.tell({ kind: "ask", id, asking, url: location.href, apart }).catch(() => null);

  /** @type {(standing: Standing, verdict: FreshVerdict) => void} */
  const told = ({ id, asking, hands }, verdict) => {
    if (verdict.verdict && asking.text) hands.run({ kind: "judged", judged: judgedOf(asking, verdict) });
    if (verdict.verdict && verdict.verdict !== "hold") answered({ id, choice: "fine" });
  };

  /** Nobody could be asked: the question is over, which is said, and the next press asks anew. */
  /** @type {(standing: Standing) => void} */
  const failed = ({ id, hands }) => {
    if (!open.has(id)) return;
    answered({ id, choice: "cancel" });
    hands.tell({ kind: "choose", id, choice: "cancel" }).catch(() => null);
    advise(plain(say("notAsked"), say("notAskedWhy")), hands);
  };

  /** In a window of ours, which comes to the front where it stands already. */
  /** @type {(standing: Standing) => Promise<void>} */
  const beside = async (standing) => {
    standing.apart = true;
    const verdict = await put(standing);
    if (verdict) told(standing, verdict);
    else failed(standing);
  };

  /** @type {Poise["asking"]["again"]} */
  const again = () => {
    for (const standing of open.values()) if (standing.apart) void beside(standing);
  };

  /** Paint from the snapshot over the page. */
  /** @type {(standing: Standing) => Promise<{ saying: Saying, shown: ReturnType<Poise["warning"]["open"]> } | null>} */
  const paint = async (standing) => {
    const { id, asking, hands } = standing;
    const details = known.get(asking.whom) ?? (await read(asking.whom));
    const saying = poise.saying.ofUse(asking, { ...asking, level: "hold" }, details);
    if (!saying) return null;
    const choose = (/** @type {string} */ choice) => {
      if (choice !== "fine") void hands.tell({ kind: "choose", id, choice });
      answered({ id, choice });
    };
    return { saying, shown: poise.warning.open(saying, choose, () => void beside(standing)) };
  };

  /** Painted from the snapshot, completed from the service. */
  /** @type {(standing: Standing) => Promise<void>} */
  const over = async (standing) => {
    const painting = paint(standing).catch(() => null);
    const asked = put(standing);
    const painted = await painting;
    if (!painted) return failed(standing);
    const verdict = /** @type {FreshVerdict} */ ((await asked) ?? {});
    told(standing, verdict);
    if (verdict.verdict && verdict.verdict !== "hold") painted.shown.close("fine");
    else painted.shown.complete(poise.saying.completed(painted.saying, verdict));
  };

  /**
   * Ask once, over the page or beside it, and carry the choice back.
   * @type {(asking: Asking, hands: Hands) => Promise<void>}
   */
  const ask = (asking, hands) => {
    const standing = { id: poise.words.uuid(), asking, hands, apart: hands.quiet };
    open.set(standing.id, standing);
    return hands.quiet ? beside(standing) : over(standing);
  };

  /** @type {(choice: string, standing: Standing) => void} */
  const end = (choice, { asking, hands }) => {
    // A text that was found fine needs no pass: it goes as it stands, and is judged anew when it changes.
    const goesOn = poise.snapshot.opens(choice, asking) || (choice === "fine" && !asking.text);
    if (choice === "not_them") hands.deny(asking);
    hands.run(goesOn ? { kind: "armed", now: Date.now() } : { kind: "closed" });
    if (hands.quiet) return;
    if (choice === "send_anyway" || choice === "not_them") poise.hint.show(plain(say("pressAgain"), say("pressAgainWhy")), hands.at);
    if (choice === "fine") poise.hint.show(plain(say("fineNow"), say("fineNowWhy")), hands.at);
  };

  /** What was chosen, over the page or in a window of ours; a question ends once. */
  /** @type {Poise["asking"]["answered"]} */
  const answered = ({ id, choice }) => {
    const standing = open.get(id);
    open.delete(id);
    if (standing) end(choice, standing);
  };

  /** @type {Poise["asking"]["hint"]} */
  const hint = async (use, answer, hands) => {
    const saying = answer.whom && poise.saying.ofUse(use, answer, await read(answer.whom));
    if (saying) advise(saying, hands);
  };

  /** What a use may have come to, and how that is taken back: of some sites it is known better than of others. */
  /** @type {(use: Use) => string} */
  const tooEarly = ({ gate, action, site }) =>
    gate === "first" ? say("tooEarly_first") : say(`tooEarly_${action}_${site}`) || say(`tooEarly_${action}`);

  /** A use that went through before the guard was ready is told, not hidden. */
  /** @type {Poise["asking"]["missed"]} */
  const missed = (use, hands) => advise(plain(say("tooEarly"), tooEarly(use)), hands);

  poise.asking = { prepare: read, ask, again, answered, hint, missed };
})();
