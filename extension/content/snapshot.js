// What the service computed last, as the content scripts keep it: who is guarded here, and what is true of them when.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.snapshot) return;

  /** @type {Answer} */
  const NOBODY = { whom: null, level: "allow", rule: null, match: null };

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

  /** @type {(record: object) => boolean} */
  const isAny = (record) => {
    for (const _ in record) return true;
    return false;
  };

  /** What "this is not them" was remembered by: addresses and ids, or the name where there was nothing surer. */
  /** @type {(keys: string[], name: string) => string[]} */
  const marks = (keys, name) => (keys.length ? keys : [`name:${name}`]);

  /**
   * Whom of the guarded people a target is. By address or id it is certain; by name alone only where nothing
   * better of one kind is known of both, and then the user is asked.
   * @type {(index: Index, target: Target | null) => { id: string, match: "identity" | "name" } | null}
   */
  const find = (index, target) => {
    if (!target) return null;
    const keys = keysOf(target);
    for (const key of keys) if (index.ids[key]) return { id: index.ids[key], match: "identity" };
    const name = target.name && isAny(index.names) && poise.labels.normalise(target.name);
    const id = name && index.names[name];
    if (!name || !id) return null;
    const { not, tells = [] } = index.people[id]; // an index of an older version has no `tells`
    const other = keys.some((key) => tells.includes(poise.identity.tells(key))) || marks(keys, name).some((mark) => not.includes(mark));
    return other ? null : { id, match: "name" };
  };

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

  /** @type {(index: Index | null, use: Use, target: Target | null, now: number) => Answer} */
  const look = (index, use, target, now) => {
    if (!index || paused(index.paused, use.site, now)) return NOBODY;
    const found = find(index, target);
    if (!found) return NOBODY;
    const period = at(index.periods[index.people[found.id].periods][question(use)], now);
    return { whom: found.id, level: period?.[1] ?? "allow", rule: period?.[2] ?? null, match: found.match };
  };

  poise.snapshot = { look, find, sameTarget, mayBeSame, meant, paused, question };
})();
