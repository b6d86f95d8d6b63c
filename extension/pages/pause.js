// Pausing: an hour, one site, or for good because the search is over; and coming back.
import { find, tell } from "./page.js";

const { make } = poise.dom;
const { say } = poise.words;
const HOUR = 3_600_000;
const NONE = { until: null, sites: [], over: false };

/** `seen`: the sites that are guarded at all. */
/** @type {(pause: Pause | null, seen: string[], shown: (state: any) => void) => void} */
export const showPause = (pause, seen, shown) => {
  const current = pause ?? NONE;
  /** @type {(words: string, name: string, next: () => Pause | null) => HTMLElement} */
  const button = (words, name, next) => {
    const made = make("button", { type: "button", "data-pause": name }, words);
    made.addEventListener("click", async () => {
      const state = await tell({ kind: "pause", pause: next() });
      shown(state);
      showPause(state.pause, seen, shown);
    });
    return made;
  };
  const active = current.over || current.sites.length > 0 || (current.until !== null && current.until > Date.now());
  const sites = seen.filter((site) => !current.sites.includes(site));
  find("#pause .row").replaceChildren(
    ...(active ? [button(say("resume"), "none", () => null)] : []),
    button(say("pauseHour"), "hour", () => ({ ...current, until: Date.now() + HOUR })),
    ...sites.map((site) => button(say("pauseSite", poise.words.site(site)), site, () => ({ ...current, sites: [...current.sites, site] }))),
    button(say("pauseOver"), "over", () => ({ ...current, over: true })),
  );
};
