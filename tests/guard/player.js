// The guard alone, without a page and without a browser: gestures are played to it, and it says what each came to.
import { readFileSync } from "node:fs";
import vm from "node:vm";

for (const file of ["shared/labels", "content/snapshot", "content/guard"]) {
  vm.runInThisContext(readFileSync(new URL(`../../extension/${file}.js`, import.meta.url), "utf8"));
}
export const { guard } = globalThis.poise;

export const JANE = { url: "https://www.linkedin.com/in/jane-doe/", name: "Jane Doe", ids: [] };
export const SAM = { url: "https://www.linkedin.com/in/sam-poe/", name: "Sam Poe", ids: [] };
export const CONNECT = { site: "linkedin", control: "connect", action: "connect", gate: "first", key: "connect", target: JANE, mentions: [], withNote: false, text: null, vain: false };
export const SEND = { ...CONNECT, control: "send", gate: "last", key: "send", target: null };
export const MINUTE = 60_000;

/** Jane decides; everybody else is a stranger. `rule` may differ by what is asked. */
export const look = (use, target) =>
  target?.url === JANE.url
    ? { whom: "jane", level: "hold", rule: use.text ? "wall-thank-you" : "before-decision", match: "identity" }
    : { whom: null, level: "allow", rule: null, match: null };

/** Play gestures one after the other; each is [use, options]. Answers what each one came to. */
export class Player {
  state = guard.start();
  now = 1_000_000;
  look = look;

  event(use, name, { trusted = true, repeat = false, starts = false, acts = false } = {}) {
    return this.step({ kind: "gesture", name, trusted, repeat, starts, acts, now: this.now, use });
  }

  step(event) {
    const [state, effects] = guard.step(this.state, event, this.look);
    this.state = state;
    return effects.map(({ kind }) => kind).filter((kind) => kind !== "prepare");
  }

  press(use) {
    return [
      ...this.event(use, "pointerdown", { starts: true }), ...this.event(use, "mousedown"), ...this.event(use, "pointerup"),
      ...this.event(use, "mouseup"), ...this.event(use, "click", { acts: true }),
    ];
  }

  armed() {
    this.step({ kind: "armed", now: this.now });
  }

  later(ms) {
    this.now += ms;
    return this;
  }
}

export const HELD = ["swallow", "swallow", "swallow", "swallow", "swallow", "ask"];
