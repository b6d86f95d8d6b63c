// The popup: how the guard stands, who still has to decide, this page, and pause. Painted from the snapshot, then renewed.
import { api, begin, cameOf, find, hash, tell } from "./page.js";
import { showAdvice } from "./advice.js";
import { button } from "./button.js";
import { showHere } from "./here.js";
import { personCard } from "./person.js";
import { decided, people, waiting } from "./people.js";
import { showPause } from "./pause.js";
import { findings } from "./findings.js";
import { apartQuestions, showQuestion } from "./question.js";
import { showUnseen } from "./sites.js";
import { showState } from "./state.js";
import { lookedAt } from "./tab.js";

begin(poise.card.CSS);
const { make } = poise.dom;
const { number, say } = poise.words;
const looked = lookedAt();
api.tabs.getCurrent().then((tab) => document.body.classList.toggle("tab", !!tab));

/** Whose cards are open: that of the address at first, then what the user opened. */
/** @type {() => (string | undefined)[]} */
const opened = () => [...document.querySelectorAll("[data-person]:has(> details[open])")].map((card) => /** @type {HTMLElement} */ (card).dataset.person);

/** @typedef {{ open: (string | null | undefined)[], here: import("./tab.js").Looked | null }} View */

const AT_ONCE = 25;
/** How many of each list are shown: so many more each time that the user asks for more. */
/** @type {Record<string, number>} */
const shown = { "#waiting": AT_ONCE, "#decided": AT_ONCE };

/** @type {(section: string, guarded: Guarded[], here: View["here"]) => HTMLElement[]} the button for more of them, if there are more */
const moreOf = (section, guarded, here) => {
  const from = shown[section];
  const left = guarded.length - from;
  if (left <= 0) return [];
  const more = () => {
    shown[section] += AT_ONCE;
    showPeople(section, guarded, { open: opened(), here });
    /** @type {HTMLElement | null} */ (document.querySelector(`${section} li:nth-child(${from + 1}) summary`))?.focus();
  };
  return [make("li", {}, button(say("showMore", number(Math.min(AT_ONCE, left)), number(left)), "more", more))];
};

/** Whoever the address names, or the page that is looked at belongs to, comes first. */
/** @type {(section: string, guarded: Guarded[], view: View) => void} */
const showPeople = (section, guarded, { open, here }) => {
  find(section).hidden = !guarded.length;
  const isMeant = (/** @type {Guarded} */ { id }) => id === here?.whom || id === hash().get("person");
  const sorted = [...guarded.filter(isMeant), ...guarded.filter((one) => !isMeant(one))];
  const cards = sorted.slice(0, shown[section]).map((one) => personCard(one, {
    open: open.includes(one.id), purpose: hash().get("for"), here: one.id === here?.whom ? here.marks : null, changed,
  }));
  const at = document.activeElement?.closest("[data-person]")?.getAttribute("data-person");
  find("ul", find(section)).replaceChildren(...(cards.length ? cards : [make("li", { class: "quiet" }, say("nobodyTracked"))]), ...moreOf(section, sorted, here));
  if (at && document.activeElement === document.body) cards[sorted.findIndex(({ id }) => id === at)]?.querySelector("summary")?.focus();
};

/** @type {(view: View) => Promise<Guarded[]>} */
const paint = async (view) => {
  const now = Date.now();
  const { guarded } = await people();
  const undecided = waiting(guarded, now);
  showPeople("#waiting", undecided, view);
  showPeople("#decided", decided(guarded, undecided, now), view);
  if (find("#decided").hidden) find("#waiting").hidden = false;
  return guarded;
};

/** `words`: what has just been done, for the line at the foot; `anew`: the page may be another than at the beginning. */
/** @type {(words?: string, anew?: boolean) => Promise<void>} */
const renew = async (words, anew = !!words) => {
  const here = await (anew ? lookedAt() : looked);
  if (here?.page?.canary) await tell({ kind: "canary", ...here.page.canary });
  await show(await tell({ kind: "renew" }), here);
  const guarded = await paint({ open: [...opened(), ...(words ? [] : [here?.whom])], here });
  await showUnseen(guarded, () => renew(undefined, true));
  showHere(guarded, here, changed);
  if (words) tellOutcome(words, here?.whom ?? null);
};

/** What was saved is shown; what was not leaves everything as it stands, and nothing typed is lost. */
/** @type {import("./person.js").Changed} */
const changed = async (outcome) => {
  const words = cameOf(outcome);
  if (!outcome.wrong) return renew(words);
  find("#outcome").textContent = words;
  void Promise.all([tell({ kind: "renew" }), lookedAt()]).then(([state, here]) => show(state, here)); // meanwhile it may be pressed again
};

/** Where what was pressed is gone, whoever goes by key goes on from whom the page is about, or from what was done. */
/** @type {(words: string, whom: string | null) => void} */
const tellOutcome = (words, whom) => {
  find("#outcome").textContent = words;
  if (document.activeElement !== document.body) return;
  const card = whom && document.querySelector(`[data-person="${whom}"] summary`);
  /** @type {HTMLElement} */ (card || find("#outcome")).focus();
};

/** @type {(state: any, here: import("./tab.js").Looked | null) => Promise<void>} */
const show = async (state, here) => {
  showState(find("#state"), state, await findings(state, here), () => renew(undefined, true), here?.tab);
  showPause(state.pause, state.seen, (paused) => show(paused, here));
};

/** A click that is held where no page shows it. */
const ask = async () => {
  const [id] = await apartQuestions();
  if (id) await showQuestion(id, find("#question"), () => location.reload());
};

// What storage knows is there at once, whether the background is awake or not.
const painting = paint({ open: [hash().get("person")], here: null });
const { meta = null, pause = null, trouble = null, quiet = false, full = false, queue = [] } = /** @type {Kept} */ (
  await api.storage.local.get(["meta", "pause", "trouble", "quiet", "full", "queue"])
);
await Promise.all([painting, show({ meta, pause, trouble, quiet, full, withheld: [], seen: await poise.access.seen(), silent: [], broken: [], queued: queue.length }, null)]);
document.documentElement.dataset.painted = String(Math.round(performance.now()));
await Promise.all([ask(), looked.then(showAdvice)]);
await renew();
document.documentElement.dataset.ready = "true";
