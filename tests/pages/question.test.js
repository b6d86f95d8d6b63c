// A question in a window of ours, and an answer of the service's that comes while the window is still being made.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { load, local, session } from "../guard/extension.js";

const listeners = new Set();
session.onChanged = { addListener: (one) => listeners.add(one), removeListener: (one) => listeners.delete(one) };
let told = [];
browser.runtime.sendMessage = async (message) => void told.push(message);
globalThis.document = new EventTarget();

load("shared/words");
/** What the box says, in the order in which it came. */
let said = [];
Object.assign(globalThis.poise, {
  dom: { make: () => Object.assign(new EventTarget(), { focus() {} }) },
  card: { ROLE: {}, paint: () => said.push("the question") },
  press: { within: () => ({ repaint: (fresh) => said.push(fresh), end() {}, choiceOf: () => null }) },
  saying: { ofUse: () => ({}), completed: (_, { verdict }) => `completed by ${verdict}` },
});
const { showQuestion } = await import("../../extension/pages/question.js");
const box = { setAttribute() {}, querySelector: () => ({ focus() {} }), replaceChildren: () => said.push("fine now") };

/** What happens while the words are being read, when the question was looked up already and nobody listens yet. */
let meanwhile = () => {};
const read = local.get.bind(local);
local.get = async (names) => {
  const found = await read(names);
  meanwhile();
  return found;
};

beforeEach(() => {
  [said, told] = [[], []];
  listeners.clear();
  session.kept["question:q"] = { tab: 1, frame: 0, asking: { whom: "jane" }, apart: true };
  delete session.kept["verdict:q"];
});

const shown = () => showQuestion("q", box, () => said.push("left"));

test("an answer that comes before anybody listens is said all the same", async () => {
  meanwhile = () => { session.kept["verdict:q"] = { verdict: "hold" }; };
  assert.equal(await shown(), true);
  assert.deepEqual(said, ["the question", "completed by hold"]);
});

test("so is that all is fine now, once", async () => {
  meanwhile = () => { session.kept["verdict:q"] = { verdict: "allow" }; };
  assert.equal(await shown(), true);
  assert.deepEqual(said, ["the question", "fine now"]);
  assert.deepEqual(told, [{ kind: "answer", id: "q", choice: "fine" }]);
});

test("where it is heard while it is looked up again it is said once, too", async () => {
  const verdict = { verdict: "allow" };
  meanwhile = () => {};
  const painting = shown();
  while (!listeners.size) await new Promise((resolve) => setImmediate(resolve));
  session.kept["verdict:q"] = verdict;
  for (const listener of listeners) listener({ "verdict:q": { newValue: verdict } });
  assert.equal(await painting, true);
  assert.deepEqual([said, told.length], [["the question", "fine now"], 1]);
});

test("a question that was answered meanwhile is shown no longer", async () => {
  meanwhile = () => { delete session.kept["question:q"]; };
  assert.equal(await shown(), false);
});
