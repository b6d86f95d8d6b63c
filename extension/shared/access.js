// Which sites the browser lets us see: its user may withhold each, and give it later.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.access) return;
  const api = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? globalThis.chrome);

  /** A pattern of origins, such as `https://*.example.com/*`, for addresses. */
  /** @type {(origin: string) => RegExp} */
  const pattern = (origin) => new RegExp(`^${origin.slice(0, -1).replaceAll(".", "\\.").replace("*\\.", "([a-z0-9-]+\\.)*")}`);
  const patterns = new Map(poise.sites.map(({ site, origins }) => [site, origins.map(pattern)]));

  /** Whether an address is one of a site's. */
  /** @type {(url: string, site: string) => boolean} */
  const isOn = (url, site) => !!patterns.get(site)?.some((one) => one.test(url));

  /** The sites that are guarded now. */
  const seen = async () => {
    const found = await Promise.all(poise.sites.map(({ origins }) => api.permissions.contains({ origins })));
    return poise.sites.filter((_, place) => found[place]).map(({ site }) => site);
  };

  /** Those that nobody has to be asked for and that may not be seen all the same. */
  const withheld = async () => {
    const now = await seen();
    return poise.sites.filter(({ site, asked }) => !asked && !now.includes(site)).map(({ site }) => site);
  };

  poise.access = { isOn, seen, withheld };
})();
