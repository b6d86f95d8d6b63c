// What is worth a notification now. Pure: the people of the snapshot, the clock and what was said before in; reminders out.

const HOUR = 3_600_000;
const THANKS_AHEAD = 2 * HOUR;
const OTHERS = new Set(["follow_up", "outcome"]);

/** @typedef {{ key: string, person: string, name: string, company: string, kind: string, due: number | null, text: string }} Reminder */
/** @typedef {{ keys: string[], day: string }} Told `day`: when something beyond a thank-you was said last */

/** @type {(guarded: Guarded, now: number, current: Poise["saying"]["current"]) => Reminder[]} */
const remindersOf = ({ id, name, company, steps }, now, current) =>
  (current(steps, now)?.items ?? []).map(({ kind, from, due, text }) => ({
    key: [id, kind, due ?? from].join("|"), person: id, name, company, kind, due: due ? Date.parse(due) : null, text, from: Date.parse(from),
  })).filter(({ kind, due, from }) =>
    kind === "thank_you" ? due !== null && due > now && due - now <= THANKS_AHEAD : OTHERS.has(kind) && from <= now && (due === null || due > now));

/**
 * Every thank-you that is due within two hours; of all else one a day, what is due first.
 * @type {(people: Guarded[], now: number, told: Told, today: string, current: Poise["saying"]["current"]) => Reminder[]}
 */
export const remindersNow = (people, now, { keys, day }, today, current) => {
  const found = people.flatMap((one) => remindersOf(one, now, current)).filter(({ key }) => !keys.includes(key));
  found.sort((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity));
  const others = day === today ? [] : found.filter(({ kind }) => kind !== "thank_you").slice(0, 1);
  return [...found.filter(({ kind }) => kind === "thank_you"), ...others];
};

const REMEMBERED = 500;

/** @type {(told: Told, said: Reminder[], today: string) => Told} */
export const remember = ({ keys, day }, said, today) => ({
  keys: [...keys, ...said.map(({ key }) => key)].slice(-REMEMBERED),
  day: said.some(({ kind }) => kind !== "thank_you") ? today : day,
});
