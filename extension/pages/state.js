// How the guard stands, in words, each with its mend. The popup and the welcome page say the same.

const { say, ago, when } = poise.words;

const MENDS = /** @type {Record<string, string>} */ ({
  absent: "mend_start", slow: "mend_restart", refused: "mend_pair", not_genuine: "mend_restart",
});

/**
 * @param {{ meta: Meta | null, pause: Pause | null, trouble: string | null }} state
 * @returns {{ words: string, mend: string | null, pair: boolean, kind: string }}
 */
export const stateWords = ({ meta, pause, trouble }) => {
  const now = Date.now();
  if (!meta) return { kind: "unpaired", words: say("state_unpaired"), mend: say("mend_unpaired"), pair: true };
  if (trouble) {
    const words = say(`state_${trouble}`, ago(meta.made, now));
    return { kind: trouble, words, mend: say(MENDS[trouble] ?? "mend_pair"), pair: trouble === "refused" || trouble === "unpaired" };
  }
  if (pause?.over) return { kind: "paused", words: say("searchOver"), mend: null, pair: false };
  if (pause?.until && pause.until > now) return { kind: "paused", words: say("pausedUntil", when(pause.until, now)), mend: null, pair: false };
  if (pause?.sites.length) return { kind: "paused", words: say("pausedSites", pause.sites.join(", ")), mend: null, pair: false };
  return { kind: "guarding", words: say("state_guarding"), mend: null, pair: false };
};
