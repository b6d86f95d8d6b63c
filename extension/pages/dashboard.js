// The dashboard: the job search on one page. What is known is read from the service; the address says what is looked at.
import { api, begin, cameOf, find, tell } from "./page.js";
import { findings } from "./findings.js";
import { showState } from "./state.js";
import { applications } from "./dashboard/applications.js";
import { browsers } from "./dashboard/browsers.js";
import { readAll } from "./dashboard/data.js";
import { history } from "./dashboard/history.js";
import { importing } from "./dashboard/importing.js";
import { keeping } from "./dashboard/keeping.js";
import { Known } from "./dashboard/known.js";
import { notices } from "./dashboard/notice.js";
import { overview } from "./dashboard/overview.js";
import { button } from "./button.js";
import { people } from "./dashboard/people.js";
import { routeOf, VIEWS } from "./dashboard/route.js";
import { rules } from "./dashboard/rules.js";
import { number } from "./dashboard/times.js";

begin();
const { make } = poise.dom;
const { say } = poise.words;

/** @type {Record<string, (place: import("./dashboard/place.js").Place) => import("./dashboard/place.js").View>} */
const MAKERS = { overview, applications, people, import: importing, rules, history, data: keeping, browsers };

let known = new Known({ applications: [], people: [], interactions: [], agenda: [] });
let route = routeOf(location.hash);
/** @type {{ name: string, view: import("./dashboard/place.js").View } | null} */
let current = null;
let tag = "";

const notice = notices(find("#notice"));
/** @type {import("./dashboard/place.js").Place} */
const place = {
  known: () => known,
  route: () => route,
  notice: (words) => notice(words),
  act: async ({ work, back, opens }, words = say("saved")) => {
    find("#notice").replaceChildren(); // what went before cannot be taken back by mistake for this
    const outcome = await work;
    if (outcome.wrong) {
      notice(cameOf(outcome));
      return outcome;
    }
    await read();
    const address = opens?.(outcome);
    if (address?.startsWith(`${route.view}/`)) location.hash = address;
    else if (document.activeElement === document.body) focusPart();
    notice(words, back && (() => place.act({ work: back(outcome) }, say("undone"))));
    return outcome;
  },
};

const paintNav = () =>
  find("#nav ul").replaceChildren(...VIEWS.map((view) =>
    make("li", {}, make("a", { href: `#${view}`, "aria-current": view === route.view ? "page" : null }, say(`view_${view}`)))));

/** Show what the address means. */
const go = async () => {
  route = routeOf(location.hash);
  const name = route.view;
  const anew = current?.name !== name;
  if (anew) {
    current = { name, view: MAKERS[name](place) };
    find("#view").replaceChildren(current.view.element);
  }
  paintNav();
  document.title = `${say(`view_${name}`)} – Poise`;
  await current?.view.update();
  return anew;
};

/** Where somebody without a pointer goes on from: the part or the one thing that the address names, else the heading. */
const focusPart = () => {
  const wanted = route.part ? `#${route.part}` : route.id ? ".detail h2" : "h1";
  const target = document.querySelector(`#view ${wanted}`) ?? find("#view");
  /** @type {HTMLElement} */ (target).focus();
  if (route.part) target.scrollIntoView({ block: "start" });
};

/** How far the reading is, once it takes longer than a moment, and the way to stop it. */
/** @type {(stop: AbortController) => { seen: (count: number) => void, end: () => void }} */
const progress = (stop) => {
  const said = make("span", {}, say("reading"));
  const bar = make("div", { class: "progress", role: "status" }, make("progress", { "aria-label": say("reading") }), said, button(say("stop"), "stop", () => stop.abort()));
  const timer = setTimeout(() => document.body.append(bar), 400);
  return { seen: (count) => { said.textContent = say("readSoFar", number(count)); }, end: () => { clearTimeout(timer); bar.remove(); } };
};

/** @type {AbortController | null} the reading that is under way: a newer one takes its place */
let reading = null;

const read = async () => {
  reading?.abort();
  const stop = (reading = new AbortController());
  const { seen, end } = progress(stop);
  try {
    const found = await readAll(stop.signal, seen);
    if (reading !== stop) return;
    known = new Known(found);
    if (stop.signal.aborted) notice(say("stopped"), () => read(), say("readOn"));
    await go();
  } catch (error) {
    if (reading === stop) await showTrouble(String(/** @type {Error} */ (error).message));
  } finally {
    end();
  }
};

/** Nothing could be read: why, in one sentence, and what to do. */
/** @type {(wrong: string) => Promise<void>} */
const showTrouble = async (wrong) => {
  const state = await tell({ kind: "renew" });
  const found = await findings(state);
  const box = make("div", { class: "state", role: "status" });
  showState(box, state, found, () => read());
  if (!found.length) box.append(make("p", { class: "row" }, wrong, button(say("lookAgain"), "look-again", () => read())));
  current = null;
  paintNav();
  find("#view").replaceChildren(box);
};

addEventListener("hashchange", async () => {
  await go();
  focusPart();
});

/** What changed elsewhere, in the popup or a terminal, is shown here too. */
api.storage.onChanged.addListener(({ meta }) => {
  const next = /** @type {Meta | undefined} */ (meta?.newValue)?.etag ?? tag;
  if (next !== tag && document.hasFocus() === false) void read();
  tag = next;
});

find("#nav").setAttribute("aria-label", say("dashboardTitle"));
paintNav();
await read();
if (location.hash) focusPart();
document.documentElement.dataset.ready = "true";
