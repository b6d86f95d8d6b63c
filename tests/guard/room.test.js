// What a browser has room for: everybody whole, else lean, else nothing new.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fitted } from "../../extension/background/room.js";

const verdicts = { "linkedin.connect.first": [{ from: "2026-03-05T10:00:00Z", verdict: "hold", rule: "r", instead: [] }] };
const steps = [{ from: "2026-03-05T10:00:00Z", items: [] }];
const everybody = (many, more = "") => Array.from({ length: many }, (_, id) => ({ id: String(id), name: `Jane ${more}`, stages: [], steps, verdicts }));

test("few are kept whole", () => {
  const { people, lean } = fitted(everybody(2), {});
  assert.equal(lean, false);
  assert.deepEqual(people["person:1"].verdicts, verdicts);
});

test("of very many it is kept who they are and where they stand", () => {
  const { people, lean } = fitted(everybody(40_000), {});
  assert.equal(lean, true);
  assert.equal(Object.keys(people).length, 40_000);
  assert.deepEqual(people["person:7"], { id: "7", name: "Jane ", stages: [], steps: [], verdicts: {} });
});

test("the indexes come first, and what does not fit at all is not begun", () => {
  assert.equal(fitted(everybody(2), { index: "x".repeat(7_999_700) }).lean, true);
  assert.equal(fitted(everybody(2), { index: "x".repeat(8_000_000) }), null);
  assert.equal(fitted(everybody(20_000, "x".repeat(400)), {}), null);
});

test("room is counted in bytes, as the browser counts", () => {
  assert.equal(fitted(everybody(2), { index: "ø".repeat(4_100_000) }), null);
});
