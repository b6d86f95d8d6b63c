// The guard at work on a practice profile of our own: the very scripts that guard a site, and nothing sent anywhere.
import { api, find } from "./page.js";

const { say } = poise.words;
const NAME = "Alex Morgan";
const URL_OF = "https://www.linkedin.com/in/alex-morgan/";
const DAY = 86_400_000;

/** @type {Index} */
const INDEX = {
  made: Date.now(), language: poise.words.language(), paused: null, quiet: false,
  ids: { [URL_OF]: "alex" }, names: { [poise.labels.folded(NAME)]: ["alex"] },
  people: { alex: { name: NAME, not: [], tells: ["address"], periods: 0 } },
  periods: [{ "linkedin.connect.first": [[0, "hold", "practice"]] }],
};

/** @type {() => Saying} */
const saying = () => {
  const now = Date.now();
  return {
    level: "hold", rule: "practice", kind: "person", match: "identity", name: NAME, company: say("practiceCompany"), stage: "awaiting",
    since: new Date(now - 2 * DAY).toISOString(), headline: say("practiceHeadline", NAME, 3), reason: say("practiceReason"),
    source: null, grade: null, contested: null, note: null, made: now, answered: "service",
    instead: [{ kind: "thank_you", channel: "email", due: null, done: false, text: say("practiceInstead", NAME) }],
  };
};

let state = poise.guard.start();
/** @type {Look} */
const look = (use, target, now) => poise.snapshot.look(INDEX, use, target, now);

/** @param {string} words */
const tell = (words) => { find("#practiced").textContent = words; };

/** @type {(happened: GuardEvent, event?: Event) => boolean} */
const run = (happened, event) => {
  const [next, effects] = poise.guard.step(state, happened, look);
  state = next;
  for (const { kind } of effects) {
    if (kind === "swallow") event?.stopImmediatePropagation();
    if (kind === "ask") poise.warning.open(saying(), chosen, () => chosen("cancel"));
  }
  return effects.some(({ kind }) => kind === "swallow");
};

/** @param {string} choice */
const chosen = (choice) => {
  const goesOn = choice === "send_anyway" || choice === "not_them";
  run(goesOn ? { kind: "armed", now: Date.now() } : { kind: "closed" });
  tell(goesOn ? say("pressAgainWhy") : say(choice === "cancel" ? "practiceHeld" : "practiceElsewhere"));
};

/** @type {(map: SiteMap) => (event: Event) => void} */
const handler = (map) => (event) => {
  if (event instanceof KeyboardEvent && event.key !== "Enter") return;
  const intent = poise.intent.at(map, poise.gesture.pathOf(event), { url: URL_OF, document });
  if (!intent || !poise.gesture.concerns(event, intent)) return;
  const held = run(poise.gesture.told(event, poise.gesture.useOf(intent, map.site)), event);
  if (event.type !== "click" && event.type !== "auxclick") return;
  event.preventDefault(); // here the link leads nowhere
  if (!held) tell(say("practicePassed"));
};

/** Guard the practice profile by the site map that guards the site. */
export const practise = async () => {
  const map = /** @type {SiteMap | undefined} */ ((await api.storage.local.get("map:linkedin"))["map:linkedin"]);
  if (!map) return;
  const { signal } = new AbortController();
  poise.layer.guardEvents(signal);
  for (const name of poise.gesture.EVENTS) window.addEventListener(name, handler(map), { capture: true, passive: name.startsWith("touch") });
  find("#practice").hidden = false;
};
