// The site maps that the service sends: a newer one replaces what stands, if it is whole; of one that is not, the place of its fault is kept.
import { api } from "./api.js";
import { fault, first } from "./fits.js";
import { kept } from "./kept.js";
import { SCHEMA } from "./mapschema.js";

const LARGEST = 256 * 1024; // characters, as the service's own limit

const SIMPLE = /\*|[a-z][a-z0-9-]*|#[\w-]+|\.[\w-]+|\[[\w-]+(?:[~^$*]?="[^"\\]+"(?: i)?)?\]|:not\([^()]+\)/y;
const JOIN = / *[>+,] *| +/y;

/** Whether it is a selector that maps may use: what a browser would choke on is found here, not in a page. */
/** @type {(text: string) => boolean} */
const isSelector = (text) => {
  let at = 0;
  let complete = false;
  while (at < text.length) {
    const part = [SIMPLE, JOIN].find((kind) => { kind.lastIndex = at; return kind.test(text); });
    if (!part || (part === JOIN && !complete)) return false;
    complete = part === SIMPLE;
    at = part.lastIndex;
  }
  return complete;
};

/** @type {(map: SiteMap, text: string) => boolean} */
const isPattern = (map, text) => {
  const [, css, group, , holds] = poise.forms.PATTERN.exec(text) ?? [];
  return !!css && isSelector(css) && (!group || Object.hasOwn(map.labels, group)) && (!holds || isSelector(holds));
};

/** Where a part of the map cannot be taken apart, though it has the right shape. */
/** @type {(map: SiteMap, place: string) => string | null} */
const broken = (map, place) => {
  /** @type {(within: string, texts: (string | null)[], whole: (text: string) => unknown) => string | null} */
  const check = (within, texts, whole) => {
    try {
      return texts.every((text) => text === null || whole(text) !== false) ? null : `${place}.${within}`;
    } catch {
      return `${place}.${within}`;
    }
  };
  const { forms } = poise;
  const pattern = (/** @type {string} */ text) => text.split(" then ").every((step) => isPattern(map, step));
  return first([
    ...map.identity.map(({ from }, at) => check(`identity.${at}.from`, from, (text) => (forms.isMark(text) ? forms.compileText(text) : forms.compile(text)))),
    ...map.page.flatMap((page, at) => [
      check(`page.${at}.from`, page.from, forms.compile), check(`page.${at}.card`, page.card, isSelector),
      check(`page.${at}`, [...page.name, ...page.headline, ...page.company, ...page.is_company, ...page.is_person, ...Object.values(page.canary).flat()], pattern),
      check(`page.${at}.data`, page.data, forms.compileText),
    ]),
    ...Object.entries({ control: map.control, sign: map.sign }).flatMap(([kind, shapes]) => shapes.flatMap(({ match, unless, within, card, name }, at) => [
      check(`${kind}.${at}.match`, [...match, ...unless], pattern), check(`${kind}.${at}.within`, [...within, ...card, name], pattern),
    ])),
    ...map.control.map(({ text, mention }, at) => check(`control.${at}.text`, [text, mention], isSelector)),
  ]);
};

/** What is wrong with a map, as a place in it; null if it can be used. @type {(map: any) => string | null} */
export const faultIn = (map) => {
  const place = typeof map?.site === "string" ? map.site : "map";
  if ((JSON.stringify(map) ?? "").length > LARGEST) return place;
  return fault(SCHEMA, map, place) ?? broken(map, place);
};

/** Take over what is whole and not older than what stands, which stays otherwise. */
/** @type {(maps: unknown) => Promise<void>} */
export const takeMaps = async (maps) => {
  const sent = (Array.isArray(maps) ? maps : [null]).map((map) => ({ map, place: faultIn(map) }));
  const sites = new Set(poise.sites.map(({ site }) => site));
  const whole = sent.flatMap(({ map, place }) => (place === null && sites.has(map.site) ? [map] : []));
  const standing = /** @type {Record<string, SiteMap>} */ (await api.storage.local.get(whole.map(({ site }) => `map:${site}`)));
  const newer = whole.filter(({ site, version }) => version >= (standing[`map:${site}`]?.version ?? ""));
  await api.storage.local.set(Object.fromEntries(newer.map((map) => [`map:${map.site}`, map])));
  await api.storage.local.set({ broken: sent.flatMap(({ place }) => place ?? []) });
};

/** The places at which the maps that the service sent last are broken. @type {() => Promise<string[]>} */
export const brokenMaps = async () => (await kept("broken")).broken ?? [];
