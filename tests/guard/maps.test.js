// A map of the service is taken over only whole: whatever is wrong with one is found, with its place, before a page sees it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const extension = new URL("../../extension/", import.meta.url);
for (const file of ["labels", "sites", "address", "forms"]) vm.runInThisContext(readFileSync(new URL(`shared/${file}.js`, extension), "utf8"));
/** @type {Record<string, any>} */
const store = {};
globalThis.browser = { storage: { local: {
  get: async (names) => Object.fromEntries([names].flat().map((name) => [name, store[name]])),
  set: async (more) => { Object.assign(store, more); },
} } };
const { brokenMaps, faultIn, takeMaps } = await import("../../extension/background/maps.js");

const shipped = (site) => JSON.parse(readFileSync(new URL(`maps/${site}.json`, extension), "utf8"));
const changed = (change) => {
  const map = shipped("linkedin");
  change(map);
  return map;
};

test("every map that is shipped is whole", () => {
  const sites = readdirSync(new URL("maps/", extension)).map((name) => name.replace(".json", ""));
  assert.deepEqual(sites.map((site) => faultIn(shipped(site))), sites.map(() => null));
});

const BROKEN = {
  "nothing at all": [() => null, "map"],
  "a list": [() => [], "map"],
  "no words at all": [(map) => { map.control = {}; }, "linkedin.control"],
  "an unknown word": [(map) => { map.colour = "red"; }, "linkedin.colour"],
  "a word that is missing": [(map) => { delete map.control[0].match; }, "linkedin.control.0"],
  "an unknown action": [(map) => { map.control[1].action = "spy"; }, "linkedin.control.1.action"],
  "a text without end": [(map) => { map.control[1].match = ["x".repeat(301)]; }, "linkedin.control.1.match.0"],
  "too much of one thing": [(map) => { map.hosts = Array(31).fill("x.org"); }, "linkedin.hosts"],
  "too much of everything": [(map) => { map.labels.more.en = Array(100).fill("x".repeat(300)); for (let at = 0; at < 20; at++) map.labels.more[`l${at}`] = map.labels.more.en; }, "linkedin"],
  "a selector that a browser would choke on": [(map) => { map.control[2].match = ["a:hover"]; }, "linkedin.control.2.match"],
  "a selector without end": [(map) => { map.control[2].within = ["[role=\"dialog\""]; }, "linkedin.control.2.within"],
  "one that begins with a sign": [(map) => { map.control[2].card = ["> a"]; }, "linkedin.control.2.within"],
  "one that would take for ever": [(map) => { map.control[2].match = [`${"a".repeat(290)}!`]; }, "linkedin.control.2.match"],
  "labels that do not exist": [(map) => { map.control[3].unless = ["a says nothing-known"]; }, "linkedin.control.3.match"],
  "labels named like what every object has": [(map) => { map.control[3].unless = ["a says constructor"]; }, "linkedin.control.3.match"],
  "a type of value that does not exist": [(map) => { map.identity[0].from = ["/in/{slog}"]; }, "linkedin.identity.0.from"],
  "a broken path": [(map) => { map.page[1].name = ["h1 then !"]; }, "linkedin.page.1"],
};

for (const [name, [change, place]] of Object.entries(BROKEN)) {
  test(`${name} is refused, with the place`, () => {
    const made = change(shipped("linkedin"));
    assert.equal(faultIn(made === undefined ? changed(change) : made), place);
  });
}

test("a whole map replaces an older one; a broken one leaves it standing, and is told of until it is mended", async () => {
  const newer = { ...shipped("linkedin"), version: "2027-01-01" };
  store["map:linkedin"] = shipped("linkedin");
  await takeMaps([newer, { ...shipped("facebook"), page: [] , control: [{}] }]);
  assert.equal(store["map:linkedin"].version, "2027-01-01");
  assert.equal(store["map:facebook"], undefined);
  assert.deepEqual(await brokenMaps(), ["facebook.control.0"]);
  await takeMaps([shipped("linkedin"), { ...shipped("facebook"), site: "elsewhere" }]);
  assert.equal(store["map:linkedin"].version, "2027-01-01", "an older one replaces nothing");
  assert.equal(store["map:elsewhere"], undefined);
  assert.deepEqual(await brokenMaps(), []);
  await takeMaps("no list");
  assert.deepEqual(await brokenMaps(), ["map"]);
});
