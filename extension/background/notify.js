// Notifications, for whoever asked for them: each leads to the page that does the thing.
import { api } from "./api.js";
import { everybodyIn, kept } from "./kept.js";
import { remember, remindersNow } from "./reminders.js";

/** @typedef {import("./reminders.js").Reminder} Reminder */

const { apart, say, when } = poise.words;
const PAGES = /** @type {Record<string, string>} */ ({
  thank_you: "note.html#for=instead&kind=thank_you", follow_up: "note.html#for=instead&kind=follow_up", outcome: "popup.html#for=decided",
});

/** @type {(reminder: Reminder, now: number) => string} */
const titleOf = ({ kind, name, company, due }, now) => {
  if (kind === "thank_you") return say("notifyThanks", apart(name), when(due ?? now, now));
  return kind === "outcome" ? say("notifyOutcome", apart(company)) : say("notifyFollowUp", apart(name));
};

/** Firefox knows no buttons, and throws at once where there are any; there a click on the notification does the same. */
/** @type {(id: string, options: chrome.notifications.NotificationCreateOptions) => Promise<unknown>} */
const create = async (id, options) => api.notifications.create(id, options);

/** @type {(reminder: Reminder) => Promise<unknown>} */
const show = async (reminder) => {
  const id = `${reminder.kind}|${reminder.person}`;
  /** @type {chrome.notifications.NotificationCreateOptions} */
  const words = { type: "basic", iconUrl: api.runtime.getURL("extension/icons/poise-128.png"), title: titleOf(reminder, Date.now()), message: reminder.text };
  const button = { title: say(reminder.kind === "outcome" ? "notifySay" : "notifyWrite") };
  return create(id, { ...words, buttons: [button] }).catch(() => create(id, words));
};

/** Say what is worth saying now, until the search is over; told once, a thing is not told again. */
export const remind = async () => {
  const { notify, pause, told = { keys: [], day: "" } } = await kept("notify", "pause", "told");
  if (!notify || pause?.over || !api.notifications) return;
  const today = new Date().toDateString();
  const reminders = remindersNow(everybodyIn(await api.storage.local.get(null)), Date.now(), told, today, poise.saying.current);
  if (!reminders.length) return;
  await api.storage.local.set({ told: remember(told, reminders, today) });
  for (const reminder of reminders) await show(reminder);
};

/** @type {(id: string) => Promise<void>} */
const follow = async (id) => {
  const [kind, person] = id.split("|");
  await api.notifications.clear(id);
  await api.tabs.create({ url: api.runtime.getURL(`extension/pages/${PAGES[kind]}&person=${person}`) });
};

/** The permission may come later than the start: then this is called again. */
export const listenToNotifications = () => {
  if (!api.notifications || api.notifications.onClicked.hasListener(follow)) return;
  api.notifications.onClicked.addListener(follow);
  api.notifications.onButtonClicked?.addListener(follow);
};

/** @type {(message: { notify: boolean }) => Promise<void>} */
export const setNotify = async ({ notify }) => {
  await api.storage.local.set({ notify });
  listenToNotifications();
  await remind();
};
