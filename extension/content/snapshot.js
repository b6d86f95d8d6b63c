// What the service computed last, as the content scripts keep it: who is guarded here, and what is true of them when.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.snapshot) return;

  /** @type {Answer} */
  const NOBODY = { whom: null, level: "allow", rule: null, match: null };
  const LEVELS = ["allow", "caution", "hold"];

  /** @type {(target: Target) => string[]} */
  const keysOf = ({ url, ids }) => (url ? [url, ...ids] : [...ids]);

  /** @type {(a: Target | null, b: Target | null) => boolean} */
  const sameTarget = (a, b) => !!a && !!b && keysOf(a).some((key) => keysOf(b).includes(key));

  /** Whether two may be the same person: nothing that is known of both speaks against it. */
  /** @type {(a: Target | null, b: Target | null) => boolean} */
  const mayBeSame = (a, b) => {
    if (!a || !b) return true;
    if (keysOf(a).length && keysOf(b).length) return sameTarget(a, b);
    return !a.name || !b.name || poise.labels.sameName(a.name, b.name);
  };

  /** @type {SnapshotReader["meant"]} */
  const meant = (use, aimed, look, now) =>
    look(use, aimed, now).whom ? aimed : (use.mentions.find((one) => look(use, one, now).whom) ?? aimed);

  /** What "this is not them" was remembered by: addresses and ids, or the name where there was nothing surer. */
  /** @type {(keys: string[], name: string) => string[]} */
  const marks = (keys, name) => (keys.length ? keys : [`name:${name}`]);

  /** @type {SnapshotReader["find"]} */
  const find = ({ ids }, target) => {
    const key = target && keysOf(target).find((one) => Object.hasOwn(ids, one));
    return key ? ids[key] : null;
  };

  /** Everybody whom a target may be by its name alone: nothing better of one kind is known of both, and the user is asked. */
  /** @type {(index: Index, target: Target | null) => string[]} */
  const alike = ({ names, people }, target) => {
    if (!target?.name) return [];
    const name = poise.labels.folded(target.name);
    const called = [name, `company:${poise.labels.foldedCompany(target.name)}`].filter((one) => Object.hasOwn(names, one));
    const keys = keysOf(target);
    /** @type {(id: string) => boolean} */
    const mayBe = (id) => {
      const { not, tells = [] } = people[id]; // an index of an older version has no `tells`
      return !keys.some((key) => tells.includes(poise.identity.tells(key))) && !marks(keys, name).some((mark) => not.includes(mark));
    };
    return called.flatMap((one) => names[one]).filter(mayBe); // an index of an older version has one person of a name
  };

  /** @type {SnapshotReader["marksOf"]} */
  const marksOf = (target) => (target ? marks(keysOf(target), poise.labels.folded(target.name ?? "")) : []);

  /** What was just said holds at once: the service's own word of it may take its time, or be away. */
  /** @type {SnapshotReader["deny"]} */
  const deny = (index, { whom, target }) => void index?.people[whom]?.not.push(...marksOf(target));

  /**
   * Whether a choice opens the way to whom was asked about. Who has but the name of them is somebody else by this
   * answer, and needs no way opened: it would be open to the right one.
   * @type {SnapshotReader["opens"]}
   */
  const opens = (choice, { match }) => choice === "send_anyway" || (choice === "not_them" && match !== "name");

  /** @type {(pause: Pause | null, site: string, now: number) => boolean} */
  const paused = (pause, site, now) =>
    !!pause && (pause.over || pause.sites.includes(site) || (pause.until !== null && now < pause.until));

  /** @type {(timeline: Period[] | undefined, now: number) => Period | null} */
  const at = (timeline, now) => {
    let found = null;
    for (const period of timeline ?? []) if (period[0] <= now || !found) found = period;
    return found;
  };

  /** @type {(use: Use) => string} */
  const question = ({ site, action, gate, withNote }) =>
    `${site}.${action}.${gate === "first" ? "first" : "last"}${withNote ? "+note" : ""}`;

  /** @type {(index: Index, use: Use, whom: string, match: Match, now: number) => Answer} */
  const answer = ({ people, periods }, use, whom, match, now) => {
    const period = at(periods[people[whom].periods][question(use)], now);
    return { whom, level: period?.[1] ?? "allow", rule: period?.[2] ?? null, match };
  };

  /** Of people who share a name the strictest counts, as in the service; of equals the first. */
  /** @type {(index: Index | null, use: Use, target: Target | null, now: number) => Answer} */
  const look = (index, use, target, now) => {
    if (!index || paused(index.paused, use.site, now)) return NOBODY;
    const sure = find(index, target);
    if (sure) return answer(index, use, sure, "identity", now);
    const answers = alike(index, target).map((whom) => answer(index, use, whom, "name", now));
    return answers.sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level))[0] ?? NOBODY;
  };

  poise.snapshot = { look, find, deny, marksOf, opens, sameTarget, mayBeSame, meant, paused, question };
})();
