// What has to happen although nobody clicks: renewing the snapshot, and turning the badge when an interview ends.
import { api } from "./api.js";
import { refresh } from "./badge.js";
import { remind } from "./notify.js";
import { deliver } from "./queue.js";
import { renew } from "./snapshot.js";

const RENEW = "renew";
const TURN = "turn";
const RENEW_MINUTES = 0.75;

/** Bring everything up to date and set the clock for the next change. Safe to call at any time. */
export const freshen = async () => {
  await deliver();
  await renew();
  await turn();
};

/** Show the badge that is right now, and come back when it changes by itself. */
export const turn = async () => {
  const next = await refresh();
  if (next) await api.alarms.create(TURN, { when: next });
};

/** At every start of the worker. An alarm that is set already keeps its time: setting it anew would put it off. */
export const start = async () => {
  if (!(await api.alarms.get(RENEW))) await api.alarms.create(RENEW, { periodInMinutes: RENEW_MINUTES });
  await turn();
  await freshen();
};

/** @param {chrome.alarms.Alarm} alarm */
export const ring = async ({ name }) => {
  await (name === RENEW ? freshen() : turn());
  await remind();
};
