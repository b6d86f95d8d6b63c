// The tab that a page of ours is about, and what the page in it says of itself.
import { api } from "./page.js";

const SITES = poise.sites.flatMap(({ origins }) => origins);

/** What a page says of itself: its address, whose kind of page it is, who has its number under another address, and whether it is as its site map says. */
/** @typedef {{ url: string, kind: IdentityKind | null, moved: string | null, canary: CanaryLook | null }} Page */
/** The page that is looked at; `page` is null in a tab that is older than the extension. `whom`: the guarded person it is about. */
/** @typedef {{ tab: number, page: Page | null, whom: string | null, marks: string[] }} Looked */

/** The active tab, or if this is a tab itself, the site that was looked at last. */
/** @type {() => Promise<chrome.tabs.Tab | undefined>} */
const tab = async () => {
  const sites = await api.tabs.query({ url: SITES });
  const [active] = await api.tabs.query({ active: true, currentWindow: true });
  const here = sites.find(({ id }) => id === active?.id);
  if (here || !active?.url?.startsWith(api.runtime.getURL(""))) return here;
  return sites.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
};

/** @type {() => Promise<Looked | null>} */
export const lookedAt = async () => {
  const found = await tab();
  if (found?.id === undefined) return null;
  const page = await api.tabs.sendMessage(found.id, { kind: "here" }, { frameId: 0 }).catch(() => null);
  return { tab: found.id, page: page ?? null, whom: page?.whom ?? null, marks: page?.marks ?? [] };
};
