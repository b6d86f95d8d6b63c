// What the composer works out by itself: the address that opens the mail program, and places in a text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LONGEST, mailto } from "../../extension/pages/note/mailto.js";
import { applied, lengthOf, unitsAt } from "../../extension/pages/note/places.js";

const body = ({ url }) => decodeURIComponent(new URL(url).search.split("body=")[1]);

test("subject and body come out as they went in, with the line ends that mail wants", () => {
  const text = "Grüße & dank = 100 %?\n\n+1 #ö 👏 \"x\" 'y' (z)";
  const made = mailto("Danke & bis bald?\nBcc: x@example.org", text);
  assert.equal(body(made), text.replaceAll("\n", "\r\n"));
  assert.equal(made.url.split("&").length, 2);
  assert.ok(made.url.startsWith("mailto:?subject=Danke%20%26%20bis%20bald%3F%20Bcc"));
  assert.ok(!/[\s"'()<>#+]/.test(made.url));
});

test("a carriage return is not doubled, and half a letter does no harm", () => {
  assert.equal(body(mailto("", "a\r\nb\rc")), "a\r\nb\r\nc");
  assert.equal(body(mailto("", "a\ud800b")), "a\ufffdb");
});

test("what would be cut off is left out whole", () => {
  assert.equal(mailto("x", "a".repeat(1900)).whole, true);
  const { url, whole } = mailto("x", "ö".repeat(1900));
  assert.deepEqual([url, whole], ["mailto:?subject=x", false]);
  assert.ok(mailto("ö".repeat(5000), "").url.length <= LONGEST);
});

test("places count code points, fields count units", () => {
  assert.equal(unitsAt("👏 Jnae", 2), 3);
  assert.equal(lengthOf("👏é"), 2);
  assert.equal(applied("👏 Jnae!", { start: 2, end: 6, suggestion: "Jane" }), "👏 Jane!");
  assert.equal(unitsAt("ab", 9), 2);
});
