// What an event is about: the control that is used, or the text that is being written, and to whom. Reads, changes nothing.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.reading) return;

  const SAME_GESTURE_MS = 1000;
  /** @type {{ target: EventTarget | null, at: number, intent: Intent | null } | null} */
  let latest = null;

  /** What was hit, within open shadow roots too. A browser makes the whole path for who asks, so only where it may end deeper. */
  /** @type {(event: Event) => EventTarget | null} */
  const hitBy = (event) =>
    /** @type {Partial<Element> | null} */ (event.target)?.shadowRoot ? event.composedPath()[0] : event.target;

  /** The events of one gesture are about one control: it is read at the first of them. */
  /** @type {(event: Event) => boolean} */
  const continues = (event) =>
    latest?.target === hitBy(event) && event.timeStamp - latest.at < SAME_GESTURE_MS && !poise.gesture.starts(event);

  /** @type {(event: Event, map: SiteMap, page: Here) => Intent | null} */
  const read = (event, map, page) => {
    const found = poise.intent.at(map, poise.gesture.pathOf(event), page);
    if (found) return found;
    for (const path of poise.gesture.cousins(event)) {
      const near = poise.intent.at(map, path, page);
      if (near) return near;
    }
    return null;
  };

  /** @type {(event: Event, map: SiteMap, page: Here) => Intent | null} */
  const intentOf = (event, map, page) => {
    if (latest && continues(event)) return latest.intent;
    const intent = read(event, map, page);
    latest = { target: hitBy(event), at: event.timeStamp, intent };
    return intent;
  };

  /** On another page, the same element may be another control. */
  const forget = () => {
    latest = null;
  };

  /** The use that what is being written here would come to, with the person it goes to. */
  /** @type {Poise["reading"]["writing"]} */
  const writing = (element, { map, page, site, attempt, look }) => {
    const written = poise.intent.written(map, element, page);
    if (!written) return null;
    const own = poise.gesture.useOf(written, site);
    const now = Date.now();
    const use = { ...own, target: poise.snapshot.meant(own, poise.guard.aim(attempt, own, now).target, look, now) };
    const { whom } = look(use, use.target, now);
    return whom && use.text ? { use, whom } : null;
  };

  poise.reading = { continues, intentOf, forget, writing };
})();
