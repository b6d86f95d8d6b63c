// What a change comes to when it is made twice, because the answer to the first was lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { rebooked } from "../../extension/pages/facts.js";

const one = { starts: "2026-03-05T14:00:00+01:00", ends: "2026-03-05T15:00:00+01:00" };
const longer = { ...one, ends: "2026-03-05T16:00:00+01:00" };
const other = { starts: "2026-03-09T09:00:00+01:00", ends: "2026-03-09T10:00:00+01:00" };
const again = { starts: "2026-03-09T08:00:00.000Z", ends: "2026-03-09T09:00:00.000Z" }; // the same hour, otherwise written

test("an interview that is moved, added or called off twice is so once", () => {
  const moved = rebooked([one, longer], [one], [again]);
  assert.deepEqual(moved, [longer, again]);
  assert.deepEqual(rebooked([longer, other], [one], [again]), moved);
  assert.deepEqual(rebooked([one, other], [], [again]), [one, again]);
  assert.deepEqual(rebooked([one, longer], [one], []), [longer]);
  assert.deepEqual(rebooked([longer], [one], []), [longer]);
});
