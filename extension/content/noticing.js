// What a page tells of what somebody tracked did: a request of theirs that waits for an answer. Looked at, never touched.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.noticing) return;

  /** A list may come in pieces, long after its page. */
  const AFTER_MS = [300, 1500, 3000, 6000];

  /** @type {Set<string>} what was told from this page */
  const told = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;

  /** @type {(map: SiteMap, index: Index, hands: { tell: Hands["tell"], url: string }) => void} */
  const read = (map, index, { tell, url }) => {
    for (const { tells, target } of poise.intent.signs(map, document, url)) {
      const whom = poise.snapshot.find(index, target);
      if (!whom || told.has(`${whom} ${tells}`)) continue;
      told.add(`${whom} ${tells}`);
      void tell({ kind: "noticed", whom, tells });
    }
  };

  /** Whether anybody tracked may be told of here: on somebody's own page, only if they are. */
  /** @type {(map: SiteMap, index: Index, url: string) => boolean} */
  const concerns = (map, index, url) => {
    if (poise.snapshot.paused(index.paused, map.site, Date.now())) return false;
    const { marks, whom } = poise.marking.whose(map, index, url);
    return !marks.length || !!whom;
  };

  /** @type {Poise["noticing"]["look"]} */
  const look = (map, index, hands) => {
    clearTimeout(resting);
    if (!map.sign.length || !concerns(map, index, hands.url)) return;
    /** @type {(delays: number[]) => void} */
    const wait = ([delay, ...later]) => {
      resting = setTimeout(() => requestIdleCallback(() => {
        if (!poise.watching() || location.href !== hands.url) return;
        read(map, index, hands);
        if (later.length) wait(later);
      }), delay);
    };
    wait(AFTER_MS);
  };

  poise.noticing = { look };
})();
