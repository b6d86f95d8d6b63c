// The only file that speaks HTTP, and only to the service on this machine. A failure says why.
import { kept } from "./kept.js";
import { pairing } from "./keys.js";
import { mended } from "./native.js";
import { genuine, newNonce, sign } from "./signing.js";

/** The version of the service's API that this extension speaks. */
const API = 1;
const TIMEOUT_MS = 1500;
/** A service that has just been started reads in at its first calls what it needs. */
const AWAKENING_MS = 6000;
/** The call that tells a stranger on our port nothing at all. */
const PROOF = "/settings";
const SNAPSHOT = "/snapshot";

/** Why there is nothing new from the service: not there, too slow, refused the key, not who it says it is, never paired, of another time, or too much of it. */
export class Unavailable extends Error {
  /** @param {"unpaired" | "absent" | "slow" | "refused" | "not_genuine" | "service_outdated" | "extension_outdated" | "no_room"} why */
  constructor(why) {
    super(why);
    this.why = why;
  }
}

/** @typedef {import("./keys.js").Pairing} Pairing */
/** @typedef {{ status: number, headers: Headers, body: any }} Answer */

/** @type {(port: number, path: string) => string} */
const address = (port, path) => `http://127.0.0.1:${port}/api/v${API}${path}`;

/** @type {(url: string, init: RequestInit) => Promise<Response>} */
const reach = async (url, init) => {
  try {
    return await fetch(url, { ...init, cache: "no-store", credentials: "omit", redirect: "error" });
  } catch (error) {
    throw new Unavailable(error instanceof DOMException && error.name === "TimeoutError" ? "slow" : "absent");
  }
};

/** @type {(response: Response) => Promise<Uint8Array<ArrayBuffer>>} */
const bytesOf = async (response) => {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new Unavailable("slow");
  }
};

/** What says another version of the API than ours is not understood: the older of the two has to be updated. */
/** @type {(said: any) => void} @throws {Unavailable} */
export const understood = (said) => {
  const { api = API } = said ?? {};
  if (api !== API) throw new Unavailable(api > API ? "extension_outdated" : "service_outdated");
};

const JSON_BODY = { "Content-Type": "application/json" };

/** @type {(bytes: Uint8Array) => any} */
const parsed = (bytes) => (bytes.length ? JSON.parse(new TextDecoder().decode(bytes)) : null);

/** @type {(paired: Pairing, method: string, path: string, body: object | null, headers: Record<string, string>, signal: AbortSignal) => Promise<Answer>} */
const exchange = async ({ key, keyid, port }, method, path, body, headers, signal) => {
  const url = address(port, path);
  const bytes = body ? new TextEncoder().encode(JSON.stringify(body)) : null;
  const nonce = newNonce();
  const created = Math.floor(Date.now() / 1000);
  const signature = await sign(key, keyid, { method, url, body: bytes, nonce, created });
  const all = bytes ? { ...headers, ...JSON_BODY, ...signature } : { ...headers, ...signature };
  const response = await reach(url, { method, headers: all, body: bytes, signal });
  const raw = await bytesOf(response);
  const answer = { status: response.status, headers: response.headers, body: raw };
  if (!(await genuine(key, nonce, answer))) throw new Unavailable(response.status === 401 ? "refused" : "not_genuine");
  const said = parsed(raw);
  if (response.status === 404) understood(said);
  return { ...answer, body: said };
};

/** A service found to be of another time is asked for nothing but a new snapshot, which tells whether it still is. */
const notApart = async () => {
  const { trouble } = await kept("trouble");
  if (trouble === "service_outdated" || trouble === "extension_outdated") throw new Unavailable(trouble);
};

/**
 * What has a body names people: it is sent only to who has just proved to hold the key, for another program may have
 * taken the port. `soon`: ms until who is given much time, too, has to have shown that they are there at all.
 * @type {(method: string, path: string, body: object | null, headers: Record<string, string>, patience: number, soon?: number) => Promise<Answer>}
 */
const attempt = async (method, path, body, headers, patience, soon = TIMEOUT_MS) => {
  const paired = await pairing();
  if (!paired) throw new Unavailable("unpaired");
  if (!path.startsWith(SNAPSHOT)) await notApart();
  const signal = AbortSignal.timeout(patience);
  if (body || patience > soon) await exchange(paired, "GET", PROOF, null, {}, AbortSignal.any([signal, AbortSignal.timeout(soon)]));
  return exchange(paired, method, path, body, headers, signal);
};

/** Whether who has just been started holds the key. */
/** @type {(there: Pairing) => Promise<boolean>} */
const proves = (there) =>
  exchange(there, "GET", PROOF, null, {}, AbortSignal.timeout(AWAKENING_MS)).then(({ status }) => status < 400, () => false);

/**
 * One signed call; the answer is believed only when it is signed for this very call. Where nobody is there, the host
 * is asked to mend that, and then it is tried once more.
 * @param {string} method @param {string} path @param {object | null} [body] @param {Record<string, string>} [headers]
 * @param {number} [patience] ms until it counts as too slow
 * @returns {Promise<Answer>} @throws {Unavailable}
 */
export const call = async (method, path, body = null, headers = {}, patience = TIMEOUT_MS) => {
  try {
    return await attempt(method, path, body, headers, patience);
  } catch (error) {
    if (!(error instanceof Unavailable) || !(await mended(error.why, proves))) throw error;
    return attempt(method, path, body, headers, Math.max(patience, AWAKENING_MS), AWAKENING_MS);
  }
};

/**
 * What the service says of itself to everybody: asked where it refuses the key, for a service of another time may do so.
 * @returns {Promise<void>} @throws {Unavailable} if it does not speak our version of the API
 */
export const greet = async () => {
  const paired = await pairing();
  if (!paired) return;
  const response = await reach(address(paired.port, "/health"), { signal: AbortSignal.timeout(TIMEOUT_MS) });
  understood(await response.json().catch(() => null));
};

/**
 * The one call before there is a key: a pairing, whose answer is signed with what the code alone gives.
 * @param {number} port @param {{ proof: string, name: string, nonce: string }} who @param {CryptoKey} answerKey
 * @returns {Promise<{ keyid: string, key: string }>} @throws {Unavailable}
 */
export const introduce = async (port, who, answerKey) => {
  const response = await reach(address(port, "/pairings"), { method: "POST", headers: JSON_BODY, body: JSON.stringify(who), signal: AbortSignal.timeout(TIMEOUT_MS) });
  const raw = await bytesOf(response);
  if (response.status !== 200) throw new Unavailable("refused");
  if (!(await genuine(answerKey, who.nonce, { status: 200, headers: response.headers, body: raw }))) throw new Unavailable("not_genuine");
  return parsed(raw);
};
