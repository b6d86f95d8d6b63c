// Text as two readers can compare it, and labels in all languages; the same as the service's text.py and labels.py.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.labels) return;

  const LONGEST = 300;
  // Spelt out, not \s or \p{…}: the service's reader must draw the same lines.
  const INVISIBLE =
    /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\u{1bca0}-\u{1bca3}\u{e0000}-\u{e0fff}]/gu;
  const SPACES = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

  const DOTS = / ?[.]{3}$/;

  /** In a template {n} stands for the name of the person it reaches, * for anything else. */
  const HOLE = /\{n\}|[*]/;

  /** @type {(text: string) => string} */
  const clean = (text) => text.normalize("NFKC").replace(INVISIBLE, "").replace(SPACES, " ").replace(/^ | $/g, "");

  /** @type {(text: string) => string} */
  const normalise = (text) => clean(text).replace(/[\u2018\u2019\u02bc]/g, "'").toLowerCase();

  const LAST_FIRST = new RegExp(
    "^(?:(?:dr|prof)[.]? )*((?:(?:von|van|de|der|den|del|della|zu|ter|ten) )*[^ ,]+) ?, ?" +
      "(?!(?:phd|ph[.]d|mba|msc|m[.]sc|bsc|b[.]sc|md|llm|cpa|jr|sr|dr|prof|dipl[.]-ing)(?:[ .,]|$))([^ ,][^,]*)(?:,.*)?$",
  );

  /** @type {(name: string) => string} */
  const uncased = (name) => normalise(name).replaceAll("ß", "ss").replaceAll("ς", "σ");

  /** A person's name as it is compared. */
  /** @type {(name: string) => string} */
  const folded = (name) => {
    const plain = uncased(name).replace(/(?!^) ?\([^()]*\)?/g, "");
    return clean(plain.replace(LAST_FIRST, "$2 $1").replace(/ ?,.*/, "")) || plain;
  };

  /** A company's. */
  /** @type {(name: string) => string} */
  const foldedCompany = (name) => {
    const plain = uncased(name);
    return clean(plain.replace(/ ?, ?/g, " ")) || plain;
  };

  /** Equal as names are compared; look-alike letters never are. */
  /** @type {(one: string, other: string) => boolean} */
  const sameName = (one, other) => folded(one) !== "" && folded(one) === folded(other);

  /** @type {(title: string) => string} */
  const titleName = (title) => clean(title).replace(/\([0-9]{1,4}\+?\) /, "").replace(/ ?[|].*| \(@.*/, "");

  /** @type {(texts: string[]) => LabelGroup} */
  const group = (texts) => {
    const plain = [...new Set(texts.map((text) => normalise(text).replace(DOTS, "")))];
    // Of two templates that fit, the one that leaves less to the name: order in a file says nothing.
    const templates = plain.filter((text) => HOLE.test(text)).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    return {
      exact: new Set(plain.filter((text) => !HOLE.test(text))),
      around: templates.map((text) => {
        const { 0: hole, index } = /** @type {RegExpExecArray} */ (HOLE.exec(text));
        return { before: text.slice(0, index), after: text.slice(index + hole.length), named: hole === "{n}" };
      }),
      beginning: new Map(),
    };
  };

  /** The templates that a label with this first letter may fit. */
  /** @type {(group: LabelGroup, letter: string) => LabelGroup["around"]} */
  const maybe = ({ around, beginning }, letter) => {
    const known = beginning.get(letter) ?? around.filter(({ before }) => !before || before[0] === letter);
    beginning.set(letter, known);
    return known;
  };

  /** What a control says: as it is seen, and folded to the same length; null if it is no label at all. */
  /** @type {(text: string) => Heard | null} */
  const hear = (text) => {
    const seen = text.length > LONGEST ? "" : clean(text).replace(DOTS, "");
    const low = normalise(seen);
    return seen ? { seen: seen.length === low.length ? seen : low, low } : null;
  };

  /** @type {(group: LabelGroup, heard: Heard) => Said | null} */
  const read = (labels, { seen, low }) => {
    if (labels.exact.has(low)) return { name: null };
    const fits = maybe(labels, low[0]).find(
      ({ before, after }) => low.length > before.length + after.length && low.startsWith(before) && low.endsWith(after),
    );
    if (!fits) return null;
    return { name: fits.named ? clean(seen.slice(fits.before.length, seen.length - fits.after.length)) || null : null };
  };

  poise.labels = { clean, normalise, folded, foldedCompany, sameName, titleName, group, hear, read };
})();
