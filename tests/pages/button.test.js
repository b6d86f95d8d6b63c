// What a press comes to while the one before it is still being worked on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { button, oneAtATime } from "../../extension/pages/button.js";

test("a press while the one before it is being worked on does nothing, and one after it counts again", async () => {
  let done = 0;
  /** @type {(() => void)[]} */
  const ends = [];
  const press = oneAtATime(() => new Promise((resolve) => { done += 1; ends.push(() => resolve(null)); }));
  const first = press();
  await press();
  assert.equal(done, 1);
  ends[0]();
  await first;
  void press();
  assert.equal(done, 2);
});

test("what failed can be pressed again", async () => {
  let tries = 0;
  const press = oneAtATime(() => { tries += 1; throw new Error("no"); });
  await assert.rejects(press());
  await assert.rejects(press());
  assert.equal(tries, 2);
});

test("the second half of a double click presses nothing that came into its place, and a key presses", () => {
  globalThis.poise = { dom: { make: () => new EventTarget() } };
  let done = 0;
  const made = button("I did it", "did", () => { done += 1; });
  made.dispatchEvent(new CustomEvent("click", { detail: 2 }));
  assert.equal(done, 0);
  made.dispatchEvent(new CustomEvent("click", { detail: 0 }));
  assert.equal(done, 1);
});
