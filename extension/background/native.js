// The host that the browser itself starts for us: it gets the service running, and a key for this browser.
import { api } from "./api.js";
import { kept } from "./kept.js";
import { inTurn, keep, pairing, take } from "./keys.js";
import { browserName } from "./profile.js";

/** @typedef {import("./keys.js").Pairing} Pairing */
/** @typedef {{ port: number, keyid?: string, key?: string }} Answer */
/** How often the host failed in a row, until when it is left alone (epoch ms), and whether none is registered at all. */
/** @typedef {{ tries: number, until: number, missing: boolean }} Resting */

const HOST = "poise.host";
const LIMIT_MS = 20_000;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 1_800_000;

/** What the browsers say where no host is registered, or nothing that they could read. */
const NOT_REGISTERED = /native messaging host not found|No such native application/;

/** One message and its answer; `missing` or `failed` where none came: an error of its own, or no word in time (then the browser ends it). */
/** @type {(message: object) => Promise<any>} */
const exchange = (message) =>
  new Promise((resolve) => {
    const port = api.runtime.connectNative(HOST);
    /** @param {any} answer */
    const done = (answer) => {
      clearTimeout(late);
      port.disconnect();
      resolve(answer);
    };
    const late = setTimeout(() => done("failed"), LIMIT_MS);
    port.onMessage.addListener(done);
    port.onDisconnect.addListener((/** @type {any} */ { error }) => {
      const said = (api.runtime.lastError ?? error)?.message ?? ""; // Chromium says it there, Firefox here
      done(NOT_REGISTERED.test(said) ? "missing" : "failed");
    });
    port.postMessage(message);
  });

/** @type {(answer: any) => answer is Answer} */
const useful = (answer) => Number.isInteger(answer?.port) && answer.port > 0 && answer.port < 65_536;

/** After each failure the host is left alone for twice as long. */
/** @type {(missing: boolean) => Promise<void>} */
const failed = async (missing) => {
  const { tries } = await resting();
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS);
  await api.storage.session.set({ host: { tries: tries + 1, until: Date.now() + pause, missing } });
};

/** @type {() => Promise<Resting>} */
const resting = async () => /** @type {any} */ (await api.storage.session.get("host")).host ?? { tries: 0, until: 0, missing: false };

/** The host helped, or the user looks: it may be asked again at once. */
export const lookAgain = () => api.storage.session.remove("host");

/** @type {(message: object) => Promise<Answer | null>} */
const asked = async (message) => {
  const answer = await exchange(message).catch(() => "failed");
  if (!useful(answer)) {
    await failed(answer === "missing");
    return null;
  }
  await lookAgain();
  return answer;
};

/** A key from the host. */
/** @type {(anew: boolean) => Promise<boolean>} */
const pairByHost = (anew) =>
  inTurn(async () => {
    if (!anew && (await pairing())) return true;
    const answer = await asked({ ask: "pair", name: await browserName(), origin: location.origin });
    if (!answer?.keyid || !answer.key) return false;
    await take({ keyid: answer.keyid, key: answer.key }, answer.port);
    return true;
  });

/** The service running, at its port: another one than before is believed only when it proves to hold our key there. */
/** @type {(paired: Pairing, proves: (there: Pairing) => Promise<boolean>) => Promise<boolean>} */
const startByHost = async (paired, proves) => {
  const answer = await asked({ ask: "start" });
  if (!answer) return false;
  const there = { ...paired, port: answer.port };
  if (!(await proves(there))) return false;
  if (there.port !== paired.port) await keep(there);
  return true;
};

/** @type {Promise<boolean> | null} */
let running = null;

/** @type {(work: () => Promise<boolean>) => Promise<boolean>} */
const oneAtATime = (work) => (running ??= work().finally(() => { running = null; }));

/**
 * Whether the host could mend why a call failed. A key that was revoked, and a browser that the user
 * disconnected, stay so until the user asks.
 * @type {(why: string, proves: (there: Pairing) => Promise<boolean>) => Promise<boolean>}
 */
export const mended = (why, proves) =>
  oneAtATime(async () => {
    if (!["unpaired", "absent", "not_genuine"].includes(why) || (await resting()).until > Date.now()) return false;
    const paired = await pairing();
    if (paired) return startByHost(paired, proves);
    return (await kept("parted")).parted ? false : pairByHost(false);
  });

/** The user asks for a key, whatever was before. */
export const connect = () => oneAtATime(() => pairByHost(true));
