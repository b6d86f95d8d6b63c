// Whoever writes what tabs read, and who else does at the same moment: nobody's word is lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, local } from "./extension.js";

load("shared/labels", "shared/sites", "shared/access", "shared/words", "shared/address", "shared/forms", "shared/identity", "content/snapshot");
const { deny, reindex, tellTabs } = await import("../../extension/background/indexes.js");
const { confirm, drop, keep, nextTurn, setPause } = await import("../../extension/background/snapshot.js");

const person = (id) => ({
  id, kind: "person", name: id, company: "Acme", identities: [`https://www.linkedin.com/in/${id}/`], not_identities: [], stages: [], verdicts: {},
});
const snapshot = (...ids) => ({ made_at: "2026-03-05T10:00:00Z", language: "en", waiting: [], words: {}, guarded: ids.map(person) });
const OVER = { until: null, sites: [], over: true };
const tracked = () => Object.keys(local.kept["index:linkedin"].people).sort();

/** What both leave, begun so many moments apart that each step of the one meets each of the other. */
const meeting = async (one, other, look) => {
  for (let moments = 0; moments < 8; moments++) {
    for (const name of Object.keys(local.kept)) delete local.kept[name];
    await keep(snapshot("jane"), "first", nextTurn());
    const begun = one();
    for (let at = 0; at < moments; at++) await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([begun, other()]);
    look();
  }
};

const adding = () => keep(snapshot("jane", "sam"), "second", nextTurn());
const bothHold = () => assert.deepEqual([tracked(), local.kept["index:linkedin"].paused], [["jane", "sam"], OVER]);

test("somebody added in the moment of a pause is guarded, and the pause stands", async () => {
  await meeting(adding, () => setPause(OVER), bothHold);
  await meeting(() => setPause(OVER), adding, bothHold);
});

test("what is set while the indexes are made anew reaches every one of them", async () => {
  const quiet = () => assert.deepEqual(poise.sites.map(({ site }) => local.kept[`index:${site}`]?.quiet), poise.sites.map(() => true));
  await meeting(reindex, () => tellTabs({ quiet: true }), quiet);
});

test("what was asked for earlier and comes later does not take the place of what is newer", async () => {
  const [earlier, newer] = [nextTurn(), nextTurn()];
  await keep(snapshot("jane", "sam"), "second", newer);
  await keep(snapshot("jane"), "first", earlier);
  assert.deepEqual([tracked(), local.kept.meta.etag], [["jane", "sam"], "second"]);
});

test("that nothing is new is said of what was asked about, not of what came since", async () => {
  await keep(snapshot("jane", "sam"), "third", nextTurn());
  const { made } = local.kept.meta;
  await confirm("second");
  assert.deepEqual([local.kept.meta.etag, local.kept.meta.made], ["third", made]);
  await confirm("third");
  assert.ok(local.kept.meta.made > made);
});

test("where the browser is disconnected nobody's name stays, and none comes with what was on its way", async () => {
  await keep(snapshot("jane"), "fourth", nextTurn());
  local.kept.pause = OVER;
  const late = nextTurn();
  await drop();
  assert.deepEqual(Object.keys(local.kept), ["pause"]);
  await keep(snapshot("jane"), "fifth", late);
  assert.deepEqual(Object.keys(local.kept), ["pause"]);
  await keep(snapshot("sam"), "sixth", nextTurn());
  assert.deepEqual(tracked(), ["sam"]);
});

test("that somebody is not them holds in every tab at once, and when the indexes are made anew", async () => {
  const other = { url: null, name: "Jane", ids: [] };
  delete local.kept.pause;
  await keep(snapshot("jane", "sam"), "seventh", nextTurn());
  const asked = () => poise.snapshot.look(local.kept["index:linkedin"], { site: "linkedin", action: "connect", gate: "first" }, other, 0).whom;
  assert.equal(asked(), "jane");
  await deny({ whom: "jane", target: other });
  assert.equal(asked(), null);
  await reindex();
  assert.equal(asked(), null);
  await keep(snapshot("jane"), "eighth", nextTurn());
  assert.equal(asked(), "jane");
});
