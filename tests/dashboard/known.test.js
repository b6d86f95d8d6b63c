// What the dashboard makes of what is known: who stands where, who is found, what an address means.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Finder, folded } from "../../extension/pages/dashboard/filter.js";
import { inArchive, Known } from "../../extension/pages/dashboard/known.js";
import { routeOf } from "../../extension/pages/dashboard/route.js";
import { application, at, NOW, person } from "./facts.js";

test("somebody in several applications stands where the first stage in order stands, by those they decide on", () => {
  const awaiting = application({ id: "a", stage: "awaiting", interviews: [at(-2), at(-9)] });
  const offered = application({ id: "b", stage: "offered", outcome: { kind: "offer", at: at(-1).starts } });
  const known = (...roles) => new Known({ applications: [offered, awaiting], people: [person({ roles })], interactions: [], agenda: [] });
  const standing = (...roles) => known(...roles).standing(person({ roles }), NOW);
  assert.equal(standing({ application: "b", part: "interviewer" }, { application: "a", part: "interviewer" }).stage, "awaiting");
  assert.equal(standing({ application: "b", part: "interviewer" }, { application: "a", part: "recruiter" }).stage, "offered");
  assert.equal(standing({ application: "a", part: "recruiter" }).stage, "awaiting");
  assert.equal(standing({ application: "a", part: "interviewer" }).since, Date.parse(at(-2).ends));
  assert.deepEqual(standing(), { stage: "none", since: null, application: null });
  assert.equal(standing({ application: "gone", part: "interviewer" }).stage, "none");
});

test("what is decided is in the archive, an offer not yet; and what the user put there", () => {
  const with_ = (kind) => inArchive(application({ outcome: kind && { kind, at: at(0).starts } }));
  assert.deepEqual([null, "offer", "accepted", "rejected", "withdrawn"].map(with_), [false, false, true, true, true]);
  assert.equal(inArchive(application({ archived: true })), true);
});

test("what passed is in order of time, whatever order it came in", () => {
  const entry = (id, days) => ({ id, interviewer: "p", kind: "thank_you", channel: "email", at: at(days).starts });
  const known = new Known({ applications: [], people: [], interactions: [entry("late", -1), entry("early", -3)], agenda: [] });
  assert.deepEqual(known.passed("p").map(({ id }) => id), ["early", "late"]);
  assert.deepEqual(known.passed("nobody"), []);
});

test("a name is found without its accents, in any order of words, and by each of them", () => {
  const names = ["Bjørn Åse-Müller", "Zoë O’Neill", "מרים אבן־עזרא", `Ze${"\u0301\u0323".repeat(150)}d`];
  const finder = new Finder(({ name }) => name);
  const all = names.map((name) => ({ name }));
  const found = (typed) => finder.among(all, typed).map(({ name }) => names.indexOf(name));
  assert.deepEqual(found("muller ase"), [0]);
  assert.deepEqual(found("ZOE"), [1]);
  assert.deepEqual(found("אבן"), [2]);
  assert.deepEqual(found("zed"), [3]);
  assert.deepEqual(found("muller zoe"), []);
  assert.deepEqual(found("  "), [0, 1, 2, 3]);
  assert.equal(folded("  A  B "), "a b");
});

test("an address leads to its view, to a part of it, or to one thing; one that means nothing leads to the overview", () => {
  assert.deepEqual(routeOf("#applications/1-2"), { view: "applications", part: null, id: "1-2" });
  assert.deepEqual(routeOf("#people"), { view: "people", part: null, id: null });
  assert.deepEqual(routeOf("#agenda"), { view: "overview", part: "agenda", id: null });
  assert.deepEqual(routeOf("#backups"), { view: "data", part: "backups", id: null });
  assert.deepEqual(routeOf("#person=7&for=chip"), { view: "people", part: null, id: "7" });
  for (const hash of ["", "#", "#__proto__", "#constructor/x", "#%E0%A4%A", "#view/1"]) assert.equal(routeOf(hash).view, "overview");
});
