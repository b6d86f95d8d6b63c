// Whom a name on a page means: folded as the service folds it, and of people who share a name the strictest counts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "./extension.js";

load("shared/labels", "shared/sites", "shared/access", "shared/address", "shared/forms", "shared/identity", "content/snapshot");
const { indexes } = await import("../../extension/background/indexes.js");
const { labels, snapshot } = globalThis.poise;

/** Names as they are shown, and as both sides compare them. @type {[string, string][]} */
const [NAMES, COMPANIES] = ["names", "companies"].map((name) => Object.entries(JSON.parse(readFileSync(new URL(`../${name}.json`, import.meta.url), "utf8"))));
const CONNECT = { site: "linkedin", action: "connect", gate: "first", withNote: false };

const guarded = (id, name, verdict = "hold", more = {}) => ({
  id, name, kind: "person", identities: [], not_identities: [], ...more,
  verdicts: { "linkedin.connect.first": [{ from: "2026-03-05T10:00:00Z", verdict, rule: verdict === "allow" ? null : verdict }] },
});
const indexOf = async (...everybody) => (await indexes(everybody, { made: 0, language: "en" }))["index:linkedin"];
const look = (index, name, more = {}) => snapshot.look(index, CONNECT, { name, url: null, ids: [], ...more }, Date.now());
const whom = async (everybody, name, more) => look(await indexOf(...everybody), name, more).whom;

for (const [what, [shown, folded]] of NAMES) {
  test(`${what}: ${shown}`, () => assert.equal(labels.folded(shown), folded));
}
for (const [what, [shown, folded]] of COMPANIES) {
  test(`a company, ${what}: ${shown}`, () => assert.equal(labels.foldedCompany(shown), folded));
}

test("a company is found by its own name, not by that of one that begins alike", async () => {
  const everybody = [guarded("schulz", "Meyer, Schulz & Partner", "hold", { kind: "company" }), guarded("acme", "Acme, Inc.", "hold", { kind: "company" })];
  for (const [name, found] of [["MEYER Schulz & Partner", "schulz"], ["Meyer, Braun & Partner", null], ["Meyer", null], ["Acme Inc.", "acme"], ["Acme, Berlin", null]]) {
    assert.equal(await whom(everybody, name), found, name);
  }
});

test("whoever is tracked under one form of a name is held under each of the others, and under no other name", async () => {
  for (const [, [written, mine]] of NAMES) {
    const index = await indexOf(guarded("one", written));
    for (const [, [shown, theirs]] of NAMES) assert.equal(look(index, shown).whom, mine === theirs ? "one" : null, `${written}: ${shown}`);
  }
});

test("two names are the same where they fold alike; no name is the same as nothing", () => {
  assert.equal(labels.sameName("Anna Groß, PhD", "ANNA GROSS"), true);
  assert.equal(labels.sameName("Anna Müller", "Anna Mueller"), false);
  assert.equal(labels.sameName("", ""), false);
});

test("who was said to be somebody else is not asked about again, however the name is written, and was written down before", async () => {
  const denied = (mark) => [guarded("one", "Anna Groß", "hold", { not_identities: [mark] }), guarded("other", "Jane O’Brien", "hold", { not_identities: [mark] })];
  for (const name of ["Anna Groß", "ANNA GROSS", "Anna Groß (She/Her)"]) assert.equal(await whom(denied("name:anna gross"), name), null);
  for (const mark of ["name:jane o’brien", "name:jane o'brien"]) assert.equal(await whom(denied(mark), "Jane O’Brien"), null);
});

test("of two of the same name the strictest counts, whichever comes first", async () => {
  const held = guarded("held", "Anna Müller"), free = guarded("free", "Anna Müller, PhD", "allow"), warned = guarded("warned", "ANNA MÜLLER", "caution");
  for (const everybody of [[held, free, warned], [free, warned, held], [warned, held, free]]) {
    assert.deepEqual(look(await indexOf(...everybody), "Anna Müller"), { whom: "held", level: "hold", rule: "hold", match: "name" });
  }
  assert.equal(await whom([free, warned], "Anna Müller"), "warned");
  assert.equal(await whom([guarded("first", "Anna Müller"), guarded("second", "Anna Müller")], "Anna Müller"), "first");
});

test("of two of the same name only those count against whom nothing speaks", async () => {
  const profile = (slug) => `https://www.linkedin.com/in/${slug}/`;
  const free = guarded("free", "Anna Müller", "allow", { identities: [profile("anna-free")] });
  const unknown = guarded("unknown", "Anna Müller"), elsewhere = guarded("elsewhere", "Anna Müller", "hold", { identities: [profile("anna-b")] });
  assert.equal(await whom([unknown, free], "Anna Müller", { url: profile("anna-free") }), "free", "an address is surer than a name");
  assert.equal(await whom([free, elsewhere], "Anna Müller", { url: profile("anna-c") }), null);
  assert.equal(await whom([free, elsewhere, unknown], "Anna Müller", { url: profile("anna-c") }), "unknown");
  const denied = { ...unknown, not_identities: ["name:anna müller"] };
  assert.equal(await whom([denied, free], "Anna Müller"), "free", "who is not the one may still be the other");
});

test("who was just said to be somebody else is so at once, and whoever else is called so is asked about next", async () => {
  const index = await indexOf(guarded("first", "Anna Müller"), guarded("second", "Anna Müller, PhD"));
  const target = { name: "ANNA MÜLLER", url: null, ids: [] }, shown = { ...target, url: "https://www.linkedin.com/in/anna-c/" };
  snapshot.deny(index, { whom: "first", target });
  assert.equal(look(index, "Anna Müller").whom, "second");
  assert.equal(look(index, "Anna Müller", shown).whom, "first", "of a name alone nothing was said of a profile");
  snapshot.deny(index, { whom: "first", target: shown });
  assert.equal(look(index, "Anna Müller", shown).whom, "second");
  snapshot.deny(index, { whom: "second", target });
  assert.equal(look(index, "Anna Müller").whom, null);
});

test("a name like what every object has is a name like any other", async () => {
  const index = await indexOf(guarded("one", "Jane Doe"));
  for (const name of ["constructor", "__proto__", "toString"]) assert.equal(look(index, name).whom, null);
  for (const name of ["constructor", "__proto__"]) assert.equal(await whom([guarded("odd", name)], name), "odd");
});

test("an index of an older version, with one of each name, is read as well", async () => {
  const index = await indexOf(guarded("one", "Jane Doe"));
  assert.equal(look({ ...index, names: { "jane doe": "one" } }, "Jane Doe").whom, "one");
});
