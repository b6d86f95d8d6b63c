// The key of this browser: a CryptoKey that cannot be exported, in the extension's own IndexedDB,
// where no content script reaches it.

import { api } from "./api.js";

/** @typedef {{ key: CryptoKey, keyid: string, port: number }} Pairing */

const STORE = "pairing";

/** @type {<T>(request: IDBRequest<T>) => Promise<T>} */
const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** @type {() => Promise<IDBDatabase>} */
const open = () => {
  const request = indexedDB.open("poise", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return done(request);
};

/** @type {<T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<T>) => Promise<T>} */
const within = async (mode, use) => {
  const database = await open();
  try {
    return await done(use(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
};

/** Work that gets a key, one after another: the one that came last is the one kept. */
/** @type {<T>(work: () => Promise<T>) => Promise<T>} */
export const inTurn = (work) => /** @type {Promise<any>} */ (navigator.locks.request("poise-pairing", work));

/** @type {(raw: Uint8Array<ArrayBuffer>) => Promise<CryptoKey>} */
export const hmacKey = (raw) =>
  crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);

/** @type {() => Promise<Pairing | undefined>} */
export const pairing = () => within("readonly", (store) => store.get("current"));

/** @type {(paired: Pairing) => Promise<unknown>} */
export const keep = (paired) => within("readwrite", (store) => store.put(paired, "current"));

/** @type {(key: string) => Uint8Array<ArrayBuffer>} */
const fromBase64Url = (key) => Uint8Array.from(atob(key.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

/** A key that the service gave, kept in the place of any other; what was known through that one is asked for anew. */
/** @type {(given: { keyid: string, key: string }, port: number) => Promise<void>} */
export const take = async ({ keyid, key }, port) => {
  await keep({ key: await hmacKey(fromBase64Url(key)), keyid, port });
  await api.storage.local.remove(["meta", "trouble", "maps", "parted"]);
};

export const forget = () => within("readwrite", (store) => store.delete("current"));
