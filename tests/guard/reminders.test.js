// What is worth a notification: due thank-yous always, of all else one a day, and nothing twice.
import assert from "node:assert/strict";
import { test } from "node:test";
import { remember, remindersNow } from "../../extension/background/reminders.js";

const NOW = Date.parse("2026-03-05T10:00:00Z");
const HOUR = 3_600_000;
const NOTHING = { keys: [], day: "" };
const TODAY = "Thu Mar 05 2026";

const at = (hours) => new Date(NOW + hours * HOUR).toISOString();
const current = (timeline) => timeline.at(-1);
const person = (name, ...items) => ({ id: name, name, company: "Acme", steps: [{ from: at(-48), items }] });
const step = (kind, from, due) => ({ kind, channel: "email", from: at(from), due: due === null ? null : at(due), text: "…", rule: "" });
const told = (people, before = NOTHING, now = NOW) => remindersNow(people, now, before, TODAY, current).map(({ name, kind }) => `${name} ${kind}`);

test("a thank-you is told from two hours before it is due, until it is due", () => {
  const jane = [person("Jane", step("thank_you", -22, 2))];
  assert.deepEqual(told(jane), ["Jane thank_you"]);
  assert.deepEqual(told(jane, NOTHING, NOW - 1), []);
  assert.deepEqual(told(jane, NOTHING, NOW + 2 * HOUR), []);
});

test("a follow-up is told when its slot opens, and the outcome is asked for without a date", () => {
  assert.deepEqual(told([person("Jane", step("follow_up", 0, 48))]), ["Jane follow_up"]);
  assert.deepEqual(told([person("Jane", step("follow_up", 1, 48))]), []);
  assert.deepEqual(told([person("Jane", step("outcome", -1, null))]), ["Jane outcome"]);
  assert.deepEqual(told([person("Jane", step("research", -1, 3))]), []);
});

test("beyond due thank-yous there is one a day, what is due first", () => {
  const people = [
    person("Late", step("follow_up", -1, 40)), person("Soon", step("follow_up", -1, 20)),
    person("Jane", step("thank_you", -22, 1)), person("John", step("thank_you", -23, 2)),
  ];
  assert.deepEqual(told(people), ["Jane thank_you", "John thank_you", "Soon follow_up"]);
  assert.deepEqual(told(people, { keys: [], day: TODAY }), ["Jane thank_you", "John thank_you"]);
});

test("what was told is not told again, and a thank-you leaves the day's one for another", () => {
  const people = [person("Jane", step("thank_you", -22, 1)), person("Soon", step("follow_up", -1, 20))];
  const said = remindersNow(people, NOW, NOTHING, TODAY, current);
  assert.deepEqual(told(people, remember(NOTHING, said, TODAY)), []);
  assert.equal(remember(NOTHING, said.slice(0, 1), TODAY).day, "");
  assert.equal(remember(NOTHING, said, TODAY).day, TODAY);
});
