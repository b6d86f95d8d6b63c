// An answer is believed when it is the service's own, to this very call: the third vector of docs/protocol.md, and all that it is not.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { genuine } from "../../extension/background/signing.js";

const page = readFileSync(new URL("../../docs/protocol.md", import.meta.url), "utf8").split("### 3. An answer")[1];
const said = (name) => page.match(new RegExp(`^    ${name}: (.+)$`, "m"))[1];
const [, nonce] = page.match(/nonce `(.+?)`/);
const headers = Object.fromEntries(["Content-Digest", "Signature-Input", "Signature"].map((name) => [name, said(name)]));
const bytes = (text) => new TextEncoder().encode(text);
const keyOf = (raw) => crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
const key = await keyOf(Uint8Array.from({ length: 32 }, (_, number) => number));

/** As the service answered, but for what is changed. */
const believed = (changed = {}, call = { key, nonce }) =>
  genuine(call.key, call.nonce, { status: 200, body: bytes('{"waiting":2}'), ...changed, headers: new Headers({ ...headers, ...changed.headers }) });

test("the service's own answer is believed", async () => assert.equal(await believed(), true));

test("an answer to another call is not", async () => assert.equal(await believed({}, { key, nonce: "bm9uY2UtMQ" }), false));

test("an answer by another key is not", async () => assert.equal(await believed({}, { key: await keyOf(new Uint8Array(32)), nonce }), false));

test("an answer with another status is not", async () => assert.equal(await believed({ status: 201 }), false));

test("an answer with another body is not", async () => assert.equal(await believed({ body: bytes('{"waiting":0}') }), false));

for (const name of ["Signature-Input", "Signature"]) {
  test(`an answer without ${name} is not`, async () => assert.equal(await believed({ headers: { [name]: "" } }), false));
}
