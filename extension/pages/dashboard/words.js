// The dashboard's own ways of saying what it knows: kinds, channels, where somebody stands.

import { lastEnd } from "./known.js";

const { say, days, site, when } = poise.words;

const OFF_PAGE = new Set(["email", "phone", "handwritten"]);

/** @typedef {import("./known.js").Standing} Standing */

/** @type {(kind: string) => string} */
export const kindWords = (kind) => say(`mark_${kind}`);

/** @type {(channel: string | null) => string} */
export const channelWords = (channel) => (!channel ? "" : OFF_PAGE.has(channel) ? say(`channel_${channel}`) : site(channel));

/** Where somebody or something stands, and on which day of waiting. */
/** @type {(standing: Pick<Standing, "stage" | "since">, now: number) => string} */
export const standingWords = ({ stage, since }, now) => {
  const waited = stage === "awaiting" && since ? days(new Date(since).toISOString(), now) : null;
  return [say(`stage_${stage}`), ...(waited === null ? [] : [say("dayNumber", waited + 1)])].join(" · ");
};

/** Until when a step is best done. */
/** @type {(item: import("./known.js").Item, now: number) => string} */
export const dueWords = ({ from, due, late }, now) => {
  if (late && due) return say("wasDueShort", when(Date.parse(due), now));
  if (Date.parse(from) > now) return say("opensOn", when(Date.parse(from), now));
  return due ? say("dueBy", when(Date.parse(due), now)) : say("openNow");
};

/** @type {(application: import("./known.js").Application, now: number) => string} */
export const stageWords = (application, now) => standingWords({ stage: application.stage, since: lastEnd(application, now) }, now);
