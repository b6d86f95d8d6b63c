// The number on the toolbar, derived from the snapshot and the clock alone, so that it is right after any restart.
import { api } from "./api.js";
import { stored } from "./snapshot.js";

const { apart, count, list, say, site, when } = poise.words;
const COLOURS = { waiting: "#8a5a00", off: "#5a6675" };
/** What only the user can mend: it is on the toolbar, although clicks are still held. */
const LOST = new Set(["refused", "not_genuine", "no_room"]);

/** @type {(waiting: number) => string} */
const number = (waiting) => (waiting === 0 ? "" : waiting > 99 ? "99+" : String(waiting));

/** @type {(period: Waiting, sites: string[], trouble: string | null, now: number) => string} */
const title = ({ count: waiting, next }, sites, trouble, now) =>
  [
    trouble && say(`finding_${trouble}`),
    sites.length && say("pausedSites", list(sites.map(site))),
    count("waiting", waiting),
    next && say("nextDue", apart(next.name), next.due ? when(Date.parse(next.due), now) : ""),
  ].filter(Boolean).join("\n");

/** @type {(text: string, tooltip: string, colour: string) => Promise<unknown>} */
const show = (text, tooltip, colour) =>
  Promise.all([
    api.action.setBadgeText({ text }), api.action.setTitle({ title: tooltip }), api.action.setBadgeBackgroundColor({ color: colour }),
  ]);

/** Show what is true now; answers when it will next change by itself, in epoch ms, or null. */
export const refresh = async (now = Date.now()) => {
  const { meta, pause, trouble } = await stored();
  if (!meta) {
    await show("!", say("notGuarding"), COLOURS.off);
    return null;
  }
  if (!(await poise.access.complete())) {
    await show("!", say("finding_host_withheld"), COLOURS.off);
    return null;
  }
  if (pause && (pause.over || (pause.until !== null && pause.until > now))) {
    const words = pause.over ? say("searchOver") : say("pausedUntil", when(/** @type {number} */ (pause.until), now));
    await show("!", words, COLOURS.off);
    return pause.until;
  }
  if (trouble && LOST.has(trouble)) {
    await show("!", say(`finding_${trouble}`), COLOURS.off);
    return null;
  }
  const period = poise.saying.current(meta.waiting, now);
  const sites = pause?.sites ?? [];
  if (period) await show(number(period.count), title(period, sites, trouble, now), sites.length ? COLOURS.off : COLOURS.waiting);
  const next = meta.waiting.map(({ from }) => Date.parse(from)).filter((from) => from > now);
  return next.length ? Math.min(...next) : null;
};
