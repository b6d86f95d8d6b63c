// The key of this browser: a CryptoKey that cannot be exported, in the extension's own IndexedDB,
// where no content script reaches it.

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

/** @type {(raw: Uint8Array<ArrayBuffer>) => Promise<CryptoKey>} */
export const hmacKey = (raw) =>
  crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);

/** @type {() => Promise<Pairing | undefined>} */
export const pairing = () => within("readonly", (store) => store.get("current"));

/** @type {(paired: Pairing) => Promise<unknown>} */
export const keep = (paired) => within("readwrite", (store) => store.put(paired, "current"));

export const forget = () => within("readwrite", (store) => store.delete("current"));
