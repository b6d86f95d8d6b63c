// What this browser calls itself.

/** Among its brands Chromium names one that is none, so that nobody relies on there being few. */
const NO_BRAND = /^.?Not.A.Brand$/;

export const browserName = () => {
  if (location.protocol === "moz-extension:") return "Firefox";
  /** @type {{ brand: string }[]} */
  const brands = /** @type {any} */ (navigator).userAgentData?.brands ?? [];
  return brands.map(({ brand }) => brand).find((brand) => brand !== "Chromium" && !NO_BRAND.test(brand)) ?? "Chromium";
};
