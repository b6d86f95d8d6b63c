// Making this browser known: a one-time code, answered with a key that only the holder of the code can have signed.
import { forget, hmacKey, keep } from "./keys.js";
import { kept } from "./kept.js";
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

/** @type {(key: string) => Uint8Array<ArrayBuffer>} */
const fromBase64Url = (key) => Uint8Array.from(atob(key.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

/** What this browser is called: its kind, and a mark of this profile, for all profiles of a kind share an origin. */
/** @type {() => Promise<string>} */
const browserName = async () => {
  const { profile = poise.words.uuid().slice(-4) } = await kept("profile");
  await api.storage.local.set({ profile });
  return `${navigator.userAgent.includes("Firefox") ? "Firefox" : "Chromium"} ${profile}`;
};

/** @type {(message: { code: string, port: number }) => Promise<{ paired: boolean, why?: string }>} */
export const pair = async ({ code, port }) => {
  try {
    const typed = plain(String(code));
    const answer = await introduce(port, { code: typed, name: await browserName() }, await answerKey(typed));
    await keep({ key: await hmacKey(fromBase64Url(answer.key)), keyid: answer.keyid, port });
    await api.storage.local.remove(["meta", "trouble", "maps"]);
    return { paired: true };
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return { paired: false, why: error.why };
  }
};

export const unpair = async () => {
  await forget();
  const names = Object.keys(await api.storage.local.get(null)).filter((key) => /^(person:|index:|meta|words|trouble)/.test(key));
  await api.storage.local.remove(names);
};
