// Whether a page is still as its map says: a site that changed is to be noticed, not to be let through in silence.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.canary) return;

  const REST_MS = 3000;

  /** @type {(map: SiteMap, url: string) => CanaryLook | null} */
  const listen = (map, url) => {
    const { kind, missing } = poise.intent.page(map, document, url);
    return kind ? { site: map.site, page: kind, version: map.version, missing } : null;
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;

  /** @type {Poise["canary"]["look"]} */
  const look = (map, index, { tell, url }) => {
    clearTimeout(resting);
    if (!poise.marking.whose(map, index, url).whom) return;
    const report = () => {
      const seen = location.href === url ? listen(map, url) : null;
      if (seen) void tell({ kind: "canary", ...seen });
    };
    const whenIdle = () => requestIdleCallback(report);
    const rest = () => { resting = setTimeout(whenIdle, REST_MS); };
    if (document.readyState === "complete") rest();
    else window.addEventListener("load", rest, { once: true });
  };

  poise.canary = { listen, look };
})();
