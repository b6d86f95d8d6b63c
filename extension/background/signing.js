// HTTP Message Signatures (RFC 9421, hmac-sha256) as docs/protocol.md describes them. Pure but for WebCrypto.

const text = new TextEncoder();
const LABEL = "poise";

/** @type {(bytes: ArrayBuffer | Uint8Array) => string} */
const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));

/** @type {(encoded: string) => Uint8Array<ArrayBuffer>} */
const fromBase64 = (encoded) => Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));

/** @type {(body: BufferSource) => Promise<string>} */
const digest = async (body) => `sha-256=:${base64(await crypto.subtle.digest("SHA-256", body))}:`;

/** @type {(components: [string, string][], params: string) => Uint8Array<ArrayBuffer>} */
const base = (components, params) =>
  text.encode([...components.map(([name, value]) => `"${name}": ${value}`), `"@signature-params": ${params}`].join("\n"));

/** @type {(names: string[], created: number, nonce: string, keyid: string) => string} */
const paramsOf = (names, created, nonce, keyid) =>
  `(${names.map((name) => `"${name}"`).join(" ")});created=${created};nonce="${nonce}";keyid="${keyid}";alg="hmac-sha256"`;

export const newNonce = () => base64(crypto.getRandomValues(new Uint8Array(16)));

/**
 * The headers that sign a request.
 * @param {CryptoKey} key @param {string} keyid
 * @param {{ method: string, url: string, body: Uint8Array<ArrayBuffer> | null, nonce: string, created: number }} request
 * @returns {Promise<Record<string, string>>}
 */
export const sign = async (key, keyid, { method, url, body, nonce, created }) => {
  /** @type {[string, string][]} */
  const components = [["@method", method], ["@target-uri", url]];
  /** @type {Record<string, string>} */
  const headers = {};
  if (body) {
    headers["Content-Digest"] = await digest(body);
    components.push(["content-digest", headers["Content-Digest"]]);
  }
  const params = paramsOf(components.map(([name]) => name), created, nonce, keyid);
  const signature = await crypto.subtle.sign("HMAC", key, base(components, params));
  return { ...headers, "Signature-Input": `${LABEL}=${params}`, Signature: `${LABEL}=:${base64(signature)}:` };
};

/**
 * Whether an answer comes from who holds the key, to this very request, unchanged.
 * @param {CryptoKey} key @param {string} nonce
 * @param {{ status: number, headers: Headers, body: Uint8Array<ArrayBuffer> }} answer
 * @returns {Promise<boolean>}
 */
export const genuine = async (key, nonce, { status, headers, body }) => {
  const params = headers.get("Signature-Input")?.match(/^poise=(\("@status" "content-digest"\);.+)$/)?.[1];
  const signature = headers.get("Signature")?.match(/^poise=:([A-Za-z0-9+/]{43}=):$/)?.[1];
  if (!params || !signature || params.match(/;nonce="([^"]*)"/)?.[1] !== nonce) return false;
  const hashed = await digest(body);
  const signed = base([["@status", String(status)], ["content-digest", hashed]], params);
  return crypto.subtle.verify("HMAC", key, fromBase64(signature), signed);
};
