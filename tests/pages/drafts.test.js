// The drafts of notes, kept one after the other: what became of one is said, and is nothing to the next.
import assert from "node:assert/strict";
import { test } from "node:test";

const draft = { id: "d", interviewer: "jane", kind: "thank_you", language: "en", subject: "", text: "Thank you", sent_at: null, version: 0 };
let answers = [];
const told = [];
globalThis.poise = { words: { say: (key) => key, language: () => "en" } };
globalThis.browser = { runtime: { sendMessage: async (message) => { told.push(message.method); return answers.shift()(); } } };
const { keep } = await import("../../extension/pages/note/drafts.js");
const { cameOf } = await import("../../extension/pages/page.js");

test("a draft that could not be told of at all is said to be perhaps not saved, and the next one is saved", async () => {
  answers = [() => { throw new Error("Could not establish connection."); }, () => ({ status: 201, body: { version: 1 } })];
  const [first, second] = await Promise.all([keep(draft), keep(draft)]);
  assert.ok(first.wrong);
  assert.equal(cameOf(first), "perhapsSaved");
  assert.equal(cameOf(second), "saved");
  assert.deepEqual([told, draft.version], [["POST", "POST"], 1]);
});
