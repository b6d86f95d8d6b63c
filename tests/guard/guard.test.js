// The guard alone: what it decides for every order of events.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CONNECT, guard, HELD, JANE, look, Player, SAM, SEND } from "./player.js";

test("a press on somebody who decides is held whole, and asked about once, at the click", () => {
  assert.deepEqual(new Player().press(CONNECT), HELD);
});

test("the words are fetched when a press begins, so that they are there when it is made", () => {
  const player = new Player();
  const event = { kind: "gesture", name: "pointerdown", trusted: true, repeat: false, starts: true, acts: false, now: 0, use: CONNECT };
  const [, effects] = guard.step(player.state, event, look);
  assert.deepEqual(effects, [{ kind: "swallow", prevent: false }, { kind: "prepare", whom: "jane" }]);
});

test("a press on a stranger is touched by nothing", () => {
  assert.deepEqual(new Player().press({ ...CONNECT, target: SAM }), []);
});

test("while the question stands, further presses are held, and bring it up again instead of asking twice", () => {
  const player = new Player();
  player.press(CONNECT);
  assert.deepEqual(player.press(CONNECT), [...HELD.slice(0, 5), "again"]);
  assert.deepEqual(player.press({ ...SEND, target: JANE }), [...HELD.slice(0, 5), "again"]);
});

test("what a script presses while the question stands brings up nothing", () => {
  const player = new Player();
  player.press(CONNECT);
  assert.deepEqual(player.event(CONNECT, "click", { trusted: false, acts: true }), ["swallow"]);
});

test("what was opened for a stranger covers no sending of another action, nor on another site", () => {
  for (const other of [{ action: "message" }, { site: "facebook" }]) {
    const player = new Player();
    player.press({ ...CONNECT, target: SAM });
    assert.deepEqual(player.press({ ...SEND, ...other, target: JANE }), HELD);
  }
});

test("a sending belongs to the attempt that opened it, not to the page: a stranger's is not held on Jane's page", () => {
  const player = new Player();
  player.press({ ...CONNECT, target: SAM });
  assert.deepEqual(player.press({ ...SEND, target: JANE }), []);
});

test("who is mentioned in a text is reached by it, where it is for nobody else", () => {
  const post = { ...SEND, text: "with thanks to Sam and Jane" };
  assert.deepEqual(new Player().press({ ...post, mentions: [SAM, JANE] }), HELD);
  assert.deepEqual(new Player().press({ ...post, mentions: [SAM] }), []);
});

test("a sending with no attempt open is judged by what the page says", () => {
  assert.deepEqual(new Player().press({ ...SEND, target: JANE }), HELD);
});

const DIALOG = { ...CONNECT, control: "know", key: "know", target: JANE, own: null, belongs: true };
const named = (name) => ({ url: null, ids: [], name });

test("a first step within a dialog belongs to whom the dialog was opened for, and keeps what was decided", () => {
  const player = new Player();
  player.press(CONNECT);
  player.armed();
  player.press(CONNECT);
  assert.deepEqual(player.press(DIALOG), []);
  assert.deepEqual(player.press(SEND), ["sent"]);
  player.press({ ...CONNECT, target: SAM });
  assert.deepEqual(player.press(DIALOG), []);
  assert.deepEqual(new Player().press(DIALOG), HELD);
});

test("a sending that says itself whom it reaches is not that of an attempt at somebody else", () => {
  const player = new Player();
  player.press({ ...CONNECT, target: SAM });
  assert.deepEqual(player.press({ ...SEND, target: JANE, own: JANE }), HELD);
  assert.deepEqual(player.press({ ...SEND, target: named("Jane Doe"), own: named("Jane Doe") }), []);
  assert.deepEqual(player.press({ ...SEND, target: SAM, own: SAM }), []);
});

test("where what opened it did not say for whom, a dialog's own word counts", () => {
  const byName = new Player();
  byName.look = (_, target) => look(_, target?.name === "Jane Doe" ? JANE : target);
  byName.press({ ...CONNECT, target: null });
  assert.deepEqual(byName.press({ ...SEND, target: named("Jane Doe"), own: named("Jane Doe") }), HELD);
});

test("Enter is one gesture: held at the key, with no second question at the click", () => {
  const player = new Player();
  assert.deepEqual(player.event(CONNECT, "keydown", { starts: true, acts: true }), ["swallow", "ask"]);
  assert.deepEqual(player.event(CONNECT, "keydown", { repeat: true, acts: true }), ["swallow"]);
  assert.deepEqual(player.event(CONNECT, "keyup"), ["swallow"]);
});

test("Enter with a pass goes through whole, key and click", () => {
  const player = new Player();
  player.press(CONNECT);
  player.armed();
  assert.deepEqual(player.event(CONNECT, "keydown", { starts: true, acts: true }), []);
  assert.deepEqual(player.event(CONNECT, "click", { acts: true }), []);
  assert.deepEqual(player.event(CONNECT, "keyup"), []);
});

test("a press that is dragged away asks nothing", () => {
  const player = new Player();
  player.event(CONNECT, "pointerdown", { starts: true });
  assert.equal(player.state.asking, null);
});

test("a covered sending is held again only when its text brings in another rule", () => {
  const player = new Player();
  player.press(CONNECT);
  player.armed();
  player.press(CONNECT);
  assert.deepEqual(player.press({ ...SEND, text: "thanks for the interview" }), HELD);
});

test("text that was judged fine is let through as it stands, and held when it changed since", () => {
  const player = new Player();
  const post = { ...SEND, target: JANE, text: "hello" };
  player.step({ kind: "judged", judged: { whom: "jane", action: "connect", text: "hello", level: "allow", rule: null } });
  assert.deepEqual(player.press({ ...post, text: "hello again" }), HELD);
  player.step({ kind: "closed" });
  assert.deepEqual(player.press(post), ["sent"]);
});

test("an invite address that was opened by itself is asked about, and its pass covers the dialog", () => {
  const player = new Player();
  const address = { ...CONNECT, control: "address" };
  assert.deepEqual(player.step({ kind: "arrived", now: player.now, use: address }), ["ask"]);
  player.armed();
  assert.deepEqual(player.press(SEND), ["sent"]);
});

test("a caution lets the press through with a hint", () => {
  const player = new Player();
  player.look = () => ({ whom: "jane", level: "caution", rule: "connect-with-note", match: "identity" });
  assert.deepEqual(player.press({ ...SEND, target: JANE }), ["hint", "sent"]);
});

test("Enter that sends nothing counts as no message, and uses up nothing that was let through", () => {
  const player = new Player();
  player.press(CONNECT);
  player.armed();
  player.press(CONNECT);
  const typing = { ...SEND, text: "" };
  player.look = (use, target) => ({ ...look({ ...use, text: null }, target) });
  assert.deepEqual(player.press({ ...typing, vain: true }), []);
  assert.deepEqual(player.press({ ...typing, text: "hello" }), ["sent"]);
});

test("Enter that sends nothing is held all the same", () => {
  assert.deepEqual(new Player().press({ ...SEND, target: JANE, vain: true }), HELD);
});

test("a connect request without a note counts", () => {
  const player = new Player();
  player.look = () => ({ whom: "jane", level: "allow", rule: null, match: "identity" });
  assert.deepEqual(player.press({ ...SEND, text: "" }), ["sent"]);
});

test("what was used too early is told of, where it would have been held, and what it opened is held", () => {
  const player = new Player();
  const missed = (use) => player.step({ kind: "missed", now: player.now, use });
  assert.deepEqual(missed({ ...CONNECT, target: SAM }), []);
  assert.deepEqual(player.press({ ...SEND, target: JANE }), []);
  assert.deepEqual(missed(CONNECT), ["missed"]);
  assert.deepEqual(player.press(SEND), HELD);
});

test("nobody decides what has been decided: step never changes the state it is given", () => {
  const state = Object.freeze(guard.start());
  guard.step(state, { kind: "gesture", name: "click", trusted: true, repeat: false, starts: false, acts: true, now: 0, use: CONNECT }, look);
  assert.deepEqual(JSON.parse(JSON.stringify(state)), { gesture: null, attempt: null, pass: null, judged: null, asking: null });
});
