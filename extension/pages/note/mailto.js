// The address that opens the user's own mail program with a note in it. Nothing is sent by it.

/** Longer ones are cut off without a word by some mail programs. */
export const LONGEST = 2000;

/** @type {(text: string) => string} */
const encoded = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd").replace(/\r\n?|\n/g, "\r\n")).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Without an address: the user picks it. What would be cut off is left out whole, and then `whole` is false.
 * @param {string} subject @param {string} body
 * @returns {{ url: string, whole: boolean }}
 */
export const mailto = (subject, body) => {
  const short = `mailto:?subject=${encoded(subject.replace(/[\r\n]+/g, " "))}`;
  const url = `${short}&body=${encoded(body)}`;
  return url.length <= LONGEST ? { url, whole: true } : { url: short.slice(0, LONGEST), whole: false };
};
