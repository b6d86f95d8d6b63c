// Finding people and applications by what is typed, and by where they stand. Pure.

/** As it is compared: without case, accents or doubled spaces. */
/** @type {(text: string) => string} */
export const folded = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/\s+/gu, " ").trim();

/** @type {(text: string) => string[]} the words that all have to be there */
export const wordsOf = (text) => folded(text).split(" ").filter(Boolean);

/**
 * Those of `all` in whose text every word typed is found. What is asked of each one is folded once and kept.
 * @template {object} T
 */
export class Finder {
  /** @param {(one: T) => string} textOf */
  constructor(textOf) {
    this._textOf = textOf;
    /** @type {WeakMap<T, string>} */
    this._folded = new WeakMap();
  }

  /** @param {T[]} all @param {string} typed @returns {T[]} */
  among(all, typed) {
    const words = wordsOf(typed);
    return words.length ? all.filter((one) => words.every((word) => this._text(one).includes(word))) : all;
  }

  /** @param {T} one */
  _text(one) {
    const text = this._folded.get(one) ?? folded(this._textOf(one));
    this._folded.set(one, text);
    return text;
  }
}
