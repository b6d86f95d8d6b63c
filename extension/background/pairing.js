// Making this browser known: a one-time code, answered with a key that only the holder of the code can have signed.
import { forget, hmacKey, inTurn, take } from "./keys.js";
import { browserName } from "./profile.js";
import { introduce, Unavailable } from "./service.js";
import { newNonce } from "./signing.js";
import { drop } from "./snapshot.js";
import { api } from "./api.js";

/** @type {(code: string) => string} */
const plain = (code) => code.replace(/[\s-]/g, "").toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1");

const text = new TextEncoder();

/** @type {(code: string) => Promise<CryptoKey>} */
const secretOf = async (code) => hmacKey(new Uint8Array(await crypto.subtle.digest("SHA-256", text.encode(code))));

/** @type {(secret: CryptoKey, words: string) => Promise<Uint8Array<ArrayBuffer>>} */
const made = async (secret, words) => new Uint8Array(await crypto.subtle.sign("HMAC", secret, text.encode(words)));

/** That we know the code, and for which port: who listens there learns nothing by it that is of use elsewhere. */
/** @type {(secret: CryptoKey, port: number, nonce: string) => Promise<string>} */
const proof = async (secret, port, nonce) => {
  const said = await made(secret, `poise pairing\n${port}\n${location.origin}\n${nonce}`);
  return Array.from(said, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** @type {(message: { code: string, port: number }) => Promise<{ paired: boolean, why?: string }>} */
export const pair = ({ code, port }) =>
  inTurn(async () => {
    try {
      const secret = await secretOf(plain(String(code)));
      const nonce = newNonce();
      const who = { proof: await proof(secret, port, nonce), name: await browserName(), nonce };
      await take(await introduce(port, who, await hmacKey(await made(secret, "poise pairing answer"))), port);
      return { paired: true };
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      return { paired: false, why: error.why };
    }
  });

/** The user's wish: the host does not connect it again by itself. */
export const unpair = async () => {
  await forget();
  await api.storage.local.set({ parted: true });
  await drop();
};
