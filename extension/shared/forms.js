// Forms of addresses, marks and elements as a site map writes them; as the service's forms.py, which explains them, and pattern.py.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.forms) return;

  const SLUG_BUT =
    "\\x00-\\x2c\\x2e\\x2f\\x3a-\\x40\\x5b-\\x5e\\x60\\x7b-\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u212a\\u3000" +
    "\\ud800-\\udfff\\ufeff";
  /** @type {Record<string, string>} */
  const TYPES = {
    slug: `[^${SLUG_BUT}]{1,100}`,
    company: `(?:[^${SLUG_BUT}]|[.&']){1,100}`,
    vanity: "[A-Za-z0-9.]{2,75}",
    handle: "[A-Za-z0-9._]{1,30}",
    code: "(?:ACoAA|ACwAA|AEMAA)[A-Za-z0-9_\\-]{34}",
    member: "[0-9]{1,15}",
    id: "[0-9]{1,20}",
    a: "[0-9A-Fa-f]{1,3}",
    b: "[0-9A-Fa-f]{1,3}",
    c: "[0-9A-Fa-f]{1,3}",
  };
  const WHOLE = Object.fromEntries(Object.entries(TYPES).map(([kind, type]) => [kind, new RegExp(`^(?:${type})$`, "u")]));

  /** A pattern of elements: their selector, the group of labels that they say, whether it is the last of them, what they hold. */
  const PATTERN = /^(.+?)(?: says ([a-z][a-z-]*)|( last)| holds (.+))?$/;

  /** @type {(text: string) => string} */
  const literal = (text) =>
    [...text]
      .map((letter) =>
        /\p{L}/u.test(letter) ? `[${letter.toLowerCase()}${letter.toUpperCase()}]` : letter.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&"),
      )
      .join("");

  /** @type {(token: string) => string} */
  const value = (token) => {
    if (token === "*") return ".*";
    const kind = token.slice(1, -1);
    if (!(kind in TYPES)) throw new SyntaxError(`there is no type ${token}`);
    return `(?<${kind}>${TYPES[kind]})`;
  };

  /** @type {(text: string) => string} */
  const source = (text) => text.split(/(\{[a-z]+\}|\*)/).map((part, at) => (at % 2 ? value(part) : literal(part))).join("");

  /** @type {(text: string, flags?: string) => RegExp} */
  const compileText = (text, flags = "su") => new RegExp(source(text), flags);

  /** @type {(text: string) => RegExp} */
  const compileWhole = (text) => new RegExp(`^(?:${source(text)})$`, "su");

  /** @type {(text: string) => Form} */
  const compile = (text) => {
    const [place, query = ""] = text.split("?");
    const [host, ...path] = place.split("/");
    const parts = path.filter((part) => part);
    const rest = parts.at(-1) === "**";
    const pairs = query.split("&").filter((pair) => pair);
    return {
      host: host || null,
      segments: (rest ? parts.slice(0, -1) : parts).map(compileWhole),
      rest,
      query: pairs.map((pair) => [pair.split("=")[0], compileWhole(pair.slice(pair.indexOf("=") + 1))]),
    };
  };

  /** @type {(hosts: string[]) => RegExp} */
  const compileHosts = (hosts) =>
    new RegExp(`^(?:${hosts.map((host) => host.replace(/[.]/g, "\\.").replaceAll("*", "[a-z0-9-]+")).join("|")})$`);

  /** @type {(form: Form, address: WebAddress) => [RegExp, string][] | null} */
  const wanted = (form, { segments, query }) => {
    const pairs = form.segments.map((pattern, at) => /** @type {[RegExp, string]} */ ([pattern, segments[at]]));
    for (const [name, pattern] of form.query) {
      const given = query.get(name) ?? [];
      if (given.length !== 1) return null; // the same name twice is read differently by different programs
      pairs.push([pattern, given[0]]);
    }
    return pairs;
  };

  /** @type {(form: Form, address: WebAddress, hosts: RegExp) => Record<string, string> | null} */
  const match = (form, address, hosts) => {
    if (!(form.host ? address.host === form.host : hosts.test(address.host))) return null;
    const extra = address.segments.length - form.segments.length;
    const pairs = extra < 0 || (extra > 0 && !form.rest) ? null : wanted(form, address);
    if (!pairs) return null;
    /** @type {Record<string, string>} */
    const values = {};
    for (const [pattern, text] of pairs) {
      const found = pattern.exec(text);
      if (!found) return null;
      Object.assign(values, found.groups);
    }
    return values;
  };

  /** The one spelling of a value of its type; null if nothing of that type is left. */
  /** @type {(kind: string, text: string) => string | null} */
  const canonical = (kind, text) => {
    if (kind === "code") return text;
    if (kind === "member" || kind === "id") return text.replace(/^0+/, "") || null;
    const plain = text.normalize("NFC").toLowerCase().normalize("NFC");
    if (!WHOLE[kind].test(plain) || /^\.*$/.test(plain)) return null;
    return kind === "b" ? plain.padStart(3, "0") : plain;
  };

  // The two bytes each of LinkedIn's ids begins with: profile, Sales Navigator, Recruiter.
  const ID_TYPES = new Set([0x2a, 0x2c, 0x43]);

  /** The decimal member number in an opaque LinkedIn id of 39 characters; null if it has another layout. */
  /** @type {(code: string) => string | null} */
  const memberNumber = (code) => {
    const raw = Uint8Array.from(atob(code.replaceAll("-", "+").replaceAll("_", "/") + "="), (byte) => byte.charCodeAt(0));
    if (raw[0] !== 0 || !ID_TYPES.has(raw[1]) || raw[8] !== 1) return null;
    const number = raw.slice(2, 8).reduce((sum, byte) => sum * 256 + byte, 0);
    return number ? String(number) : null;
  };

  /** The id that joins: the member number in a code, or the number itself. */
  /** @type {(kind: string, text: string) => string | null} */
  const number = (kind, text) => {
    if (kind === "code") return memberNumber(text);
    return kind === "member" || kind === "id" ? text.replace(/^0+/, "") || null : null;
  };

  /** @type {(text: string) => boolean} */
  const isCode = (text) => WHOLE.code.test(text) && memberNumber(text) !== null;

  poise.forms = { PATTERN, isMark: (text) => !text.includes("/"), isCode, compile, compileText, compileHosts, match, canonical, number };
})();
