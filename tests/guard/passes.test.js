// A pass that the user gave: what it lets through, for how long, and what does not ride on it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CONNECT, HELD, JANE, look, MINUTE, Player, SAM, SEND } from "./player.js";

test("a pass lets one press through untouched, and covers the sending that it opens", () => {
  const player = new Player();
  player.press(CONNECT);
  player.armed();
  assert.deepEqual(player.press(CONNECT), []);
  assert.deepEqual(player.later(MINUTE).press(SEND), ["sent"]);
});

test("a pass is used once: the next press is held again", () => {
  const player = new Player();
  player.press(CONNECT);
  player.armed();
  player.press(CONNECT);
  assert.deepEqual(player.press(CONNECT), HELD);
});

test("a pass is for one person", () => {
  const player = new Player();
  player.look = (use, target) => ({ ...look(use, JANE), whom: target === JANE ? "jane" : "anna" });
  player.press(CONNECT);
  player.armed();
  assert.deepEqual(player.press({ ...CONNECT, target: { ...SAM, url: "https://www.linkedin.com/in/anna/" } }), HELD);
});

test("a pass is over after thirty seconds", () => {
  const player = new Player();
  player.press(CONNECT);
  player.armed();
  assert.deepEqual(player.later(31_000).press(CONNECT), HELD);
});

test("what a pass covers is over after ten minutes", () => {
  const player = new Player();
  player.press(CONNECT);
  player.armed();
  player.press(CONNECT);
  assert.deepEqual(player.later(11 * MINUTE).press({ ...SEND, target: JANE }), HELD);
});

test("a pass does not survive the way to another page", () => {
  const player = new Player();
  player.press(CONNECT);
  player.armed();
  player.step({ kind: "arrived", now: player.now, use: null });
  assert.deepEqual(player.press(CONNECT), HELD);
});

test("an untrusted click neither uses a pass nor gets through on one", () => {
  const player = new Player();
  player.press(CONNECT);
  player.armed();
  assert.deepEqual(player.event(CONNECT, "click", { trusted: false, acts: true }), ["swallow", "ask"]);
});

test("an untrusted click does not ride on a gesture that was let through", () => {
  const player = new Player();
  player.press(CONNECT);
  player.armed();
  player.press(CONNECT);
  assert.deepEqual(player.event(CONNECT, "click", { trusted: false, acts: true }), ["swallow", "ask"]);
});

test("an untrusted click joins no press that is being let through", () => {
  const player = new Player();
  player.press(CONNECT);
  player.armed();
  for (const name of ["pointerdown", "mousedown", "pointerup", "mouseup"]) player.event(CONNECT, name, { starts: name === "pointerdown" });
  assert.deepEqual(player.event(CONNECT, "click", { trusted: false, acts: true }), ["swallow", "ask"]);
});

test("an untrusted click is not covered by what a person was let through for", () => {
  const player = new Player();
  player.press(CONNECT);
  player.armed();
  player.press(CONNECT);
  assert.deepEqual(player.event(SEND, "click", { trusted: false, starts: true, acts: true }), ["swallow", "ask"]);
});

test("a pass is for one action", () => {
  const player = new Player();
  player.press(CONNECT);
  player.armed();
  assert.deepEqual(player.press({ ...CONNECT, action: "message" }), HELD);
});

test("a pass is for one reason", () => {
  const player = new Player();
  player.press(CONNECT);
  player.armed();
  assert.deepEqual(player.press({ ...CONNECT, text: "thanks for the interview" }), HELD);
});

test("a pass is for the rule that the text brought in while the question stood", () => {
  const player = new Player();
  const post = { ...SEND, target: JANE, text: "thanks for the interview" };
  player.look = (use, target) => ({ ...look({ ...use, text: null }, target) });
  player.press(post);
  player.step({ kind: "judged", judged: { whom: "jane", action: "connect", text: post.text, level: "hold", rule: "wall-thank-you" } });
  player.armed();
  assert.deepEqual(player.press(post), ["sent"]);
});
