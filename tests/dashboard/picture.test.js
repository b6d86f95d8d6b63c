// The picture of time: which marks and windows an application has, where they come, and that none hides another.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lineOf } from "../../extension/pages/dashboard/events.js";
import { Known } from "../../extension/pages/dashboard/known.js";
import { bars, EDGE, extent, middleOf, placed, placeOf, ticks } from "../../extension/pages/dashboard/layout.js";
import { application, at, DAY, entry, item, NOW, person } from "./facts.js";

const TEAM = [person(), person({ id: "q", name: "Omar Haddad" }), person({ id: "r", name: "Rita", roles: [{ application: "a", part: "recruiter" }] })];

const line = (said, interactions = [], agenda = [], people = TEAM) => {
  const one = application({ stage: "awaiting", ...said });
  return lineOf(new Known({ applications: [one], people, interactions, agenda }), one, NOW);
};
const spans = (kind, ...of) => line(...of).spans.filter((span) => span.kind === kind);
const days = (time) => (time - NOW) / DAY;
const words = ({ kind }) => kind;

test("a line holds the process, what each side sent, and what is due, in order of time", () => {
  const { marks } = line(
    { applied_on: "2026-02-01", interviews: [at(-3), at(4)] }, [entry("they_wrote", -1), entry("thank_you", -2)],
    [item("thank_you", 1, { late: true }), item("research", 4), item("outcome", 0), item("follow_up", 2, { company: "Other" })],
  );
  assert.deepEqual(marks.map(({ kind, lane, planned, late }) => [kind, lane, planned, late]), [
    ["applied", "process", false, false], ["interview", "process", false, false], ["thank_you", "yours", false, false],
    ["they_wrote", "theirs", false, false], ["thank_you", "yours", true, true], ["interview", "process", true, false],
  ]);
});

test("the line ends with the decision, and is open before it", () => {
  assert.equal(days(line({ interviews: [at(-9)], outcome: { kind: "rejected", at: at(-2).starts } }).ends), -2);
  assert.equal(days(line({ interviews: [at(-9)] }).ends), 0);
  assert.equal(days(line({ interviews: [at(5)] }).ends), 5);
});

test("each interview opens 24 hours for thanks; a thank-you counts for the interview before it, and only from who decides", () => {
  const thanks = spans("thanks", { interviews: [at(-1), at(-9)] }, [entry("thank_you", -8.9), entry("thank_you", -8.8, "q"), entry("thank_you", -8.7, "r"), entry("thank_you", -0.5)]);
  assert.deepEqual(thanks.map(({ done, of }) => [done, of]), [[2, 2], [1, 2]]);
  for (const { from, until } of thanks) assert.equal(until - from, DAY);
});

test("three follow-ups fall into 14 days from the first; the one at exactly 14 days opens new ones", () => {
  const sent = [entry("follow_up", -20), entry("message", -15), entry("call", -10), entry("follow_up", -6)];
  assert.deepEqual(spans("ladder", { interviews: [at(-30)] }, sent).map(({ from, until, done }) => [days(from), days(until), done]), [[-20, -6, 3], [-6, 8, 1]]);
});

test("a reply ends the count; before the interview nothing counts; after the decision neither", () => {
  const sent = [entry("message", -40), entry("follow_up", -20), entry("they_wrote", -18), entry("follow_up", -16), entry("message", -1)];
  const outcome = { kind: "rejected", at: at(-5).starts };
  assert.deepEqual(spans("ladder", { interviews: [at(-30)], outcome }, sent).map(({ from, until, done }) => [days(from), days(until), done]), [[-20, -18, 1], [-16, -5, 1]]);
});

test("before the first follow-up the window begins with the interview's end; when it has passed there is none", () => {
  const [open] = spans("ladder", { interviews: [at(-3)] });
  assert.deepEqual([open.from, open.done], [Date.parse(at(-3).ends), 0]);
  assert.deepEqual(spans("ladder", { interviews: [at(-30)] }), []);
  assert.deepEqual(spans("ladder", { interviews: [at(3)], stage: "scheduled" }), []);
});

test("windows of several people that overlap are one, with the highest count", () => {
  const sent = [entry("follow_up", -9), entry("follow_up", -5), entry("follow_up", -8, "q")];
  assert.deepEqual(spans("ladder", { interviews: [at(-20)] }, sent).map(({ from, until, done }) => [days(from), days(until), done]), [[-9, 6, 2]]);
});

const SCALE = { from: NOW - 70 * DAY, until: NOW + 28 * DAY, width: 800 };

test("no mark of a lane hides another, and alike ones are counted instead", () => {
  const { marks } = { marks: placed(line({ interviews: [at(-3), at(-2.9)] }, [entry("thank_you", -2.8), entry("thank_you", -2.7, "q"), entry("follow_up", -2.6)]), SCALE, words) };
  const yours = marks.filter(({ lane }) => lane === "yours");
  assert.deepEqual(yours.map(({ kind, count }) => [kind, count]), [["thank_you", 2], ["follow_up", 1]]);
  assert.deepEqual(yours[0].people, ["Jane Doe", "Omar Haddad"]);
  assert.ok(yours[1].x - yours[0].x >= 15);
  assert.equal(marks.find(({ kind }) => kind === "interview").count, 2);
});

test("words that are shown never overlap and stay within the picture; what is late or decided comes first", () => {
  const sent = Array.from({ length: 30 }, (_, place) => entry(place % 2 ? "message" : "follow_up", -60 + place * 2));
  const marks = placed(line({ interviews: [at(-68), at(27)], outcome: { kind: "offer", at: at(-1).starts } }, sent, [item("thank_you", 0, { late: true })]), SCALE, (mark) => `${mark.kind} with words`);
  const shown = (lanes) => marks.filter(({ label, lane }) => label && lanes.includes(lane))
    .map((mark) => [middleOf(mark, 800) - mark.label.length * 3.6, middleOf(mark, 800) + mark.label.length * 3.6]).sort((a, b) => a[0] - b[0]);
  for (const lanes of [["yours"], ["process", "theirs"]]) {
    const all = shown(lanes);
    assert.ok(all.length > 1);
    all.forEach(([from, until], place) => {
      assert.ok(from >= -0.01 && until <= 800.01);
      if (place) assert.ok(from > all[place - 1][1]);
    });
  }
  assert.ok(marks.find(({ late }) => late).label);
  assert.ok(marks.find(({ kind }) => kind === "offer").label);
});

test("what lies outside is left out; a window that reaches in is cut at the edge", () => {
  const month = { ...extent([], "month", NOW), width: 400 };
  const far = line({ interviews: [at(-60)] }, [entry("follow_up", -25)]);
  assert.deepEqual(placed(far, month, words), []);
  const [ladder] = bars(far, month);
  assert.deepEqual([ladder.kind, ladder.x], ["ladder", EDGE]);
  assert.ok(Math.abs(ladder.x + ladder.length - placeOf(month, NOW - 11 * DAY)) < 0.001);
});

test("all of it is shown where all of it is asked for, and there is something to see of nothing", () => {
  const { from, until } = extent([line({ applied_on: "2025-01-01", interviews: [at(90)] })], "all", NOW);
  assert.ok(from < Date.parse("2025-01-01") && until > Date.parse(at(90).starts));
  const nothing = extent([], "all", NOW);
  assert.ok(nothing.from < NOW && nothing.until > NOW);
});

test("very many applications have room in one picture", () => {
  const one = line({ applied_on: "2025-01-01" });
  assert.equal(extent(Array(200_000).fill(one), "all", NOW).from, one.begins - DAY);
});

test("the ticks keep room for their words at every width and reach, in order, within the picture", () => {
  for (const reach of [14, 35, 98, 400, 4000]) {
    for (const width of [220, 500, 1200]) {
      const found = ticks({ from: NOW - reach * DAY, until: NOW + 7 * DAY, width });
      assert.ok(found.length >= 1, `${reach} days on ${width}`);
      found.forEach(({ x }, place) => {
        assert.ok(x >= EDGE && x <= width - EDGE);
        if (place) assert.ok(x - found[place - 1].x > 40, `${reach} days on ${width}: ${x - found[place - 1].x}`);
      });
    }
  }
});
