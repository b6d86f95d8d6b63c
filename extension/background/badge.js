// The number on the toolbar, derived from the snapshot and the clock alone, so that it is right after any restart.
import { api } from "./api.js";
import { stored } from "./snapshot.js";

const { apart, count, list, say, site, when } = poise.words;
const COLOURS = { waiting: "#8a5a00", off: "#5a6675" };
/** What only the user can mend: it is on the toolbar, although clicks are still held. */
const LOST = new Set(["refused", "not_genuine", "no_room"]);

/** @type {(waiting: number) => string} */
const number = (waiting) => (waiting === 0 ? "" : waiting > 99 ? "99+" : String(waiting));

/** @type {(next: NonNullable<Waiting["next"]>, now: number) => string} */
const nextWords = ({ name, due }, now) => (due ? say("nextDue", apart(name), when(Date.parse(due), now)) : say("nextUp", apart(name)));

/** @type {(withheld: string[]) => string | false} */
const withheldWords = (withheld) => withheld.length > 0 && say("finding_host_withheld", list(withheld.map(site)));

/** @type {(period: Waiting, less: { paused: string[], withheld: string[], trouble: string | null }, now: number) => string} */
const title = ({ count: waiting, next }, { paused, withheld, trouble }, now) =>
  [
    trouble && say(`finding_${trouble}`),
    withheldWords(withheld),
    paused.length && say("pausedSites", list(paused.map(site))),
    count("waiting", waiting),
    next && nextWords(next, now),
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
  const withheld = await poise.access.withheld();
  if (!(await poise.access.seen()).length) {
    await show("!", String(withheldWords(withheld)), COLOURS.off);
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
  const paused = pause?.sites ?? [];
  const whole = !paused.length && !withheld.length;
  if (period) await show(number(period.count), title(period, { paused, withheld, trouble }, now), whole ? COLOURS.waiting : COLOURS.off);
  const next = meta.waiting.map(({ from }) => Date.parse(from)).filter((from) => from > now);
  return next.length ? Math.min(...next) : null;
};
