// A question beside the page: one window, which comes to the front again; what is said where there can be none; and how it ends.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { load, local, session } from "./extension.js";

load("shared/labels", "shared/sites", "shared/access", "shared/words", "shared/address", "shared/forms", "shared/identity", "content/snapshot", "content/saying");
/** What the browser was asked to do with windows, and what it said to the tab. */
let done = [];
let windows = new Set();
const there = (id) => { if (!windows.has(id)) throw new Error("no such window"); };
browser.tabs = {
  get: async () => ({ windowId: 1 }),
  sendMessage: async (_, message) => { done.push(message.kind === "advice" ? message.saying.headline : message.choice); return true; },
};
browser.windows = {
  get: async (id) => { if (id !== 1) there(id); return { state: "normal" }; },
  update: async (id) => { there(id); done.push(`front ${id}`); },
  create: async () => { windows.add(7 + done.length); done.push("opened"); return { id: 6 + done.length }; },
};
const create = browser.windows.create;
const { openApart, questionIn } = await import("../../extension/background/apart.js");
const { settle } = await import("../../extension/background/questions.js");
const { hasPassed, letPass } = await import("../../extension/background/passes.js");

beforeEach(() => {
  done = [];
  windows = new Set();
  browser.windows.create = create;
  for (const name of Object.keys(session.kept)) delete session.kept[name];
});

test("pressed again and again, there is one window, and it comes to the front", async () => {
  await Promise.all([openApart("q", 1), openApart("q", 1)]);
  await openApart("q", 1);
  assert.deepEqual(done, ["opened", "front 7", "front 7"]);
});

test("a window that is gone is opened anew, and the question stands in that one", async () => {
  await openApart("q", 1);
  windows.clear();
  await openApart("q", 1);
  assert.deepEqual(done, ["opened", "opened"]);
  assert.deepEqual([await questionIn(7), await questionIn(8)], [null, "q"]);
});

test("where no window can be opened, whoever pressed is told where the question is", async () => {
  browser.windows.create = async () => { throw new Error("no windows here"); };
  await openApart("q", 1);
  assert.deepEqual(done, ["Poise has a question about this click"]);
});

test("a question that turned out to be fine is over when it was seen: nothing is written down as cancelled", async () => {
  session.kept["question:q"] = { tab: 1, frame: 0, asking: { whom: "jane" }, apart: true };
  session.kept["verdict:q"] = { verdict: "allow" };
  await settle({ id: "q", choice: "cancel" });
  assert.deepEqual([session.kept, done], [{}, ["fine"]]);
});

test("every choice of the warning is written down under a name that the service knows", async () => {
  const service = readFileSync(new URL("../../server/poise/api/choices.py", import.meta.url), "utf8");
  const known = [...service.matchAll(/^ {4}[A-Z_]+ = "(\w+)"$/gm)].map(([, name]) => name);
  const card = readFileSync(new URL("../../extension/content/card.js", import.meta.url), "utf8");
  const choices = ["cancel", "instead", "decided", "not_them", "trusted", "send_anyway"];
  for (const choice of choices) assert.ok(card.includes(`"${choice}"`), choice);
  local.kept.queue = [];
  for (const id of choices) {
    session.kept[`question:${id}`] = { tab: 1, frame: 0, asking: { whom: "jane", rule: null }, apart: true };
    await settle({ id, choice: id }).catch(() => null); // nobody is there to tell it to
  }
  assert.deepEqual(local.kept.queue.map(({ body }) => body.choice).sort(), known.sort());
});

test("an answer that it is somebody of the same name lets nothing go to the one who was asked about", async () => {
  const asking = { whom: "jane", site: "linkedin", action: "connect", gate: "first", rule: null, target: { url: "https://www.linkedin.com/in/other-jane/", name: "Jane Doe", ids: [] } };
  const passed = async (choice, match) => {
    delete session.kept["passed:linkedin.connect:jane"];
    session.kept["question:q"] = { tab: 1, frame: 0, asking: { ...asking, match }, apart: true };
    await settle({ id: "q", choice }).catch(() => null);
    return hasPassed(asking);
  };
  assert.deepEqual([await passed("not_them", "name"), await passed("not_them", "identity"), await passed("send_anyway", "name")], [false, true, true]);
});

test("what was let go is one action towards one person on one site", async () => {
  const passing = { whom: "jane", site: "linkedin", action: "message" };
  await letPass(passing);
  assert.equal(await hasPassed(passing), true);
  for (const other of [{ action: "connect" }, { whom: "sam" }, { site: "xing" }]) assert.equal(await hasPassed({ ...passing, ...other }), false);
});

test("whom a page said it reaches is told with the answer that it is not them, and with no other", async () => {
  const target = { url: "https://www.linkedin.com/in/other-jane/", name: "Jane Doe", ids: [] };
  const told = async (choice) => {
    local.kept.queue = [];
    session.kept["question:q"] = { tab: 1, frame: 0, asking: { whom: "jane", site: "linkedin", action: "connect", gate: "first", rule: null, target }, apart: true };
    await settle({ id: "q", choice }).catch(() => null); // there is no service to take it: it waits
    return local.kept.queue[0].body.seen.target;
  };
  assert.deepEqual([await told("not_them"), await told("cancel")], [target, undefined]);
});
