// Making this browser known: a one-time code, answered with a key that only the holder of the code can have signed.
import { forget, hmacKey, inTurn, take } from "./keys.js";
import { browserName } from "./profile.js";
import { introduce, Unavailable } from "./service.js";
import { api } from "./api.js";

/** @type {(code: string) => string} */
const plain = (code) => code.replace(/[\s-]/g, "").toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1");

/** @type {(code: string) => Promise<CryptoKey>} */
const answerKey = async (code) => {
  const text = new TextEncoder();
  const secret = await crypto.subtle.sign("HMAC", await hmacKey(text.encode(code)), text.encode("poise pairing answer"));
  return hmacKey(new Uint8Array(secret));
};

/** @type {(message: { code: string, port: number }) => Promise<{ paired: boolean, why?: string }>} */
export const pair = ({ code, port }) =>
  inTurn(async () => {
    try {
      const typed = plain(String(code));
      await take(await introduce(port, { code: typed, name: await browserName() }, await answerKey(typed)), port);
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
  const names = Object.keys(await api.storage.local.get(null)).filter((key) => /^(person:|index:|meta|words|trouble)/.test(key));
  await api.storage.local.remove(names);
};
