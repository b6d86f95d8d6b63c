// The mark on a tracked person's page: a chip at the window's edge or, in quiet mode, the toolbar's own words for the tab.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.marking) return;
  const api = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? globalThis.chrome);
  const { days } = poise.words;

  const DAY = 86_400_000;
  /** Timers stand still while a machine sleeps, so the mark is looked at from time to time as well. */
  const LOOK_AGAIN_MS = 600_000;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let turning;
  /** Whether the toolbar speaks of this page: who is tracked nowhere here costs no word. */
  let told = false;

  /** @type {(id: string) => Promise<Guarded | undefined>} */
  const read = async (id) => /** @type {Kept} */ (await api.storage.local.get(`person:${id}`))[`person:${id}`];

  /** @typedef {{ id: string, name: string, stage: string, day: number | null }} Mark */

  /** @type {(person: Guarded, now: number) => Mark | null} */
  const markOf = ({ id, name, stages }, now) => {
    const at = poise.saying.current(stages, now);
    const waited = at && days(at.since, now);
    return at && { id, name, stage: at.stage, day: at.stage === "awaiting" && waited !== null ? waited + 1 : null };
  };

  /** When the mark will say something else: at the next stage, or when the next day of waiting begins. */
  /** @type {(person: Guarded, now: number) => number} */
  const turnsAt = ({ stages }, now) => {
    const since = poise.saying.current(stages, now)?.since;
    const day = since ? Date.parse(since) + ((days(since, now) ?? 0) + 1) * DAY : Infinity;
    return Math.min(day, now + LOOK_AGAIN_MS, ...stages.map(({ from }) => Date.parse(from)).filter((from) => from > now));
  };

  /** @type {(mark: Mark | null, tell: Hands["tell"]) => void} */
  const tellToolbar = (mark, tell) => {
    if (mark || told) void tell({ kind: "mark", mark });
    told = !!mark;
  };

  /** @type {(mark: Mark | null, quiet: boolean, tell: Hands["tell"]) => void} */
  const show = (mark, quiet, tell) => {
    if (mark && !quiet) poise.chip.show(mark, () => void tell({ kind: "open", page: "popup", id: mark.id }));
    else poise.chip.hide();
    tellToolbar(quiet ? mark : null, tell);
  };

  /** What the page's address is known by, and whom of the guarded people it is. */
  /** @type {Poise["marking"]["whose"]} */
  const whose = (map, index, url) => {
    const identity = poise.identity.identify([map], url);
    if (!identity) return { marks: [], whom: null };
    const whom = poise.snapshot.find(index, { url: identity.url, ids: identity.ids, name: null });
    return { marks: [identity.url, ...identity.ids], whom };
  };

  /** @type {Poise["marking"]["mark"]} */
  const mark = async (map, index, { tell, url }) => {
    clearTimeout(turning);
    if (!poise.watching()) return;
    const { whom } = whose(map, index, url);
    const person = whom && (await read(whom));
    if (location.href !== url) return;
    const now = Date.now();
    show(person ? markOf(person, now) : null, index.quiet, tell);
    clearTimeout(turning);
    if (person) turning = setTimeout(() => void mark(map, index, { tell, url }), turnsAt(person, now) - now);
  };

  /** The site is guarded no longer: it was withdrawn, or this browser parted. */
  /** @type {Poise["marking"]["end"]} */
  const end = (tell) => {
    clearTimeout(turning);
    show(null, false, tell);
  };

  poise.marking = { whose, mark, end };
})();
