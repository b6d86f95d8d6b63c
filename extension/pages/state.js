// How the guard stands, as the first lines of the popup: what is wrong, each with its mend, or that all is well.
import { api, tell } from "./page.js";
import { button } from "./button.js";

const { make } = poise.dom;
const { ago, count, list, say, site, when } = poise.words;

/** @typedef {import("./findings.js").GuardState} GuardState */
/** @typedef {import("./findings.js").Found} Found */

/** @type {(pause: Pause | null, now: number) => string | null} */
const pauseWords = (pause, now) => {
  if (pause?.over) return say("searchOver");
  if (pause?.until && pause.until > now) return say("pausedUntil", when(pause.until, now));
  return pause?.sites.length ? say("pausedSites", list(pause.sites.map(site))) : null;
};

/** Connecting is the user's to ask for: through the host, and where there is none, by a code. */
/** @type {(again: () => unknown) => Promise<unknown>} */
const connect = async (again) => {
  const { paired } = await tell({ kind: "connect" });
  return paired ? again() : tell({ kind: "open", page: "options" });
};

/** Ask the user for all that the manifest wants: only from within a press. */
const askForHosts = () => {
  const { host_permissions: origins = [] } = /** @type {chrome.runtime.ManifestV3} */ (api.runtime.getManifest());
  return api.permissions.request({ origins });
};

/** What mends a finding by one press here; the words alone where nothing here can. */
/** @type {(found: Found, tab: number | undefined, again: () => unknown) => (Node | string)[]} */
const mending = ({ id, mend }, tab, again) => {
  if (id === "unpaired" || id === "refused") return [mend, button(say("pairButton"), "connect", () => connect(again))];
  if (id === "host_withheld") return [mend, button(say("allow"), "allow", () => askForHosts().then(again))];
  if (id === "old_tab" && tab !== undefined) return [mend, button(say("reload"), "reload", () => api.tabs.reload(tab).then(() => window.close()))];
  return [mend];
};

/** @type {(state: GuardState, found: Found[]) => (string | false | null)[]} */
const remarks = ({ meta, pause, trouble, queued }, found) => [
  found.length > 0 && pauseWords(pause, Date.now()),
  !!meta && !!trouble && say("stillHeld", ago(meta.made, Date.now())),
  queued > 0 && count("queued", queued),
];

/** How it stands in one word and one line: the first thing that is wrong, else paused, else guarding. */
/** @type {(state: GuardState, found: Found[]) => { kind: string, words: string }} */
export const standing = ({ pause, seen }, [worst]) => {
  if (worst) return { kind: worst.id, words: worst.says };
  const paused = pauseWords(pause, Date.now());
  return paused ? { kind: "paused", words: paused } : { kind: "guarding", words: say("state_guarding", list(seen.map(poise.words.site))) };
};

/** @type {(box: HTMLElement, state: GuardState, found: Found[], again: () => unknown, tab?: number) => void} */
export const showState = (box, state, found, again, tab) => {
  const { kind, words } = standing(state, found);
  box.dataset.kind = kind;
  const parts = found.map((one) =>
    make("div", { class: "finding", "data-finding": one.id }, make("p", {}, one.says), make("p", { class: "row" }, ...mending(one, tab, again))));
  const lines = remarks(state, found).flatMap((line) => (line ? [make("p", { class: "quiet" }, line)] : []));
  const look = found.length ? [button(say("lookAgain"), "look-again", again)] : [];
  box.replaceChildren(...(parts.length ? parts : [make("p", {}, words)]), ...lines, ...look);
};
