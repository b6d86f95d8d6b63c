// From a held use to a question and back, without a page: in quiet mode, where all that is seen is a window of ours.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { load } from "./extension.js";
import { CONNECT } from "./player.js";

browser.storage.onChanged = { addListener: () => {} };
globalThis.location = { href: "https://www.linkedin.com/in/jane-doe/" };
load("shared/words", "content/saying", "content/snapshot", "content/asking");
const { asking } = globalThis.poise;
const ASKING = { ...CONNECT, whom: "jane", rule: "before-decision", match: "identity" };

let said = [];
let answer = async () => ({ verdict: "hold" });
/** What a page is told by its questions, and what the background is. */
const hands = {
  quiet: true,
  tell: (message) => {
    said.push(message.kind === "advise" ? message.saying.headline : message.kind);
    return message.kind === "ask" ? answer(message) : Promise.resolve(null);
  },
  run: ({ kind }) => void said.push(kind),
  deny: () => void said.push("deny"),
};

beforeEach(() => { said = []; });

test("what is asked beside the page is asked again under the same name, until it is answered", async () => {
  const names = [];
  answer = async ({ id, apart }) => { names.push(id); return apart ? { verdict: "hold" } : null; };
  await asking.ask(ASKING, hands);
  asking.again();
  assert.deepEqual([names.length, new Set(names).size], [2, 1]);
  asking.answered({ id: names[0], choice: "cancel" });
  asking.again();
  assert.deepEqual(said, ["ask", "ask", "closed"]);
});

test("what came too early is told as what it may have come to", () => {
  const why = (use) => {
    asking.missed(use, { ...hands, tell: async ({ saying }) => void said.push(saying.reason) });
    return said.pop();
  };
  const message = { ...CONNECT, action: "message" };
  assert.match(why(message), /only opened the next step/);
  assert.match(why({ ...message, gate: "last" }), /^If a message went out/);
  assert.match(why({ ...CONNECT, gate: "last" }), /three weeks/);
  assert.doesNotMatch(why({ ...CONNECT, gate: "last", site: "xing" }), /three weeks|^$/);
  assert.match(why({ ...CONNECT, action: "friend", gate: "only", site: "facebook" }), /friend request/);
});

test("where the background cannot be asked, the question ends and that is said", async () => {
  answer = async () => { throw new Error("Could not establish connection."); };
  await asking.ask(ASKING, hands);
  assert.deepEqual(said, ["ask", "closed", "choose", "Poise held this click, but could not ask you about it"]);
  asking.again();
  assert.equal(said.length, 4);
});

test("somebody else of that name needs no way opened, which would be open to the right one; the right account does", async () => {
  answer = async () => ({ verdict: "hold" });
  for (const [match, ...then] of [["name", "deny", "closed"], ["identity", "deny", "armed"]]) {
    let name;
    said = [];
    await asking.ask({ ...ASKING, match }, { ...hands, tell: (message) => { name ??= message.id; return hands.tell(message); } });
    asking.answered({ id: name, choice: "not_them" });
    assert.deepEqual(said, ["ask", ...then]);
  }
});
