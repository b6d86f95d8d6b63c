// How much of a snapshot this browser has room for: the guard itself before what is said besides.

/** Bytes, of the 10 MB that Chromium gives an extension; the rest is for what has yet to be delivered. */
const ROOM = 8_000_000;

/** @type {(record: object) => number} */
const size = (record) => new TextEncoder().encode(JSON.stringify(record)).length;

/** Who somebody is and where they stand. What is held when, the indexes know; what is next and until when, the service. */
/** @type {(guarded: Guarded) => Guarded} */
const leaner = (guarded) => ({ ...guarded, steps: [], verdicts: {} });

/**
 * The people as they are kept beside the indexes: whole, or lean where they are too many, or null where even that is too much.
 * @type {(everybody: Guarded[], indexes: object) => { people: Record<string, Guarded>, lean: boolean } | null}
 */
export const fitted = (everybody, indexes) => {
  const left = ROOM - size(indexes);
  for (const lean of [false, true]) {
    const people = Object.fromEntries(everybody.map((one) => [`person:${one.id}`, lean ? leaner(one) : one]));
    if (size(people) <= left) return { people, lean };
  }
  return null;
};
