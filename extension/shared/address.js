// A web address taken apart strictly: what two programs could read differently is no address. As the service's address.py.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.address) return;

  const LONGEST = 4096;
  const PARTS = /^(?:(?:([Hh][Tt][Tt][Pp][Ss]?):)?\/\/)?([^/?#]*)(\/[^?#]*)?(?:\?([^#]*))?(?:#.*)?$/s;
  const REFUSED = /[\x00-\x1f\x7f]/;
  const REFUSED_IN_PATH = /[\\ \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;
  const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

  /** @type {(text: string) => string} */
  const trimmed = (text) => text.replace(/^[ \t\r\n\f]+/, "").replace(/[ \t\r\n\f]+$/, "");

  /** One layer of percent-encoding removed; null if malformed or if another layer is left. */
  /** @type {(text: string) => string | null} */
  const decoded = (text) => {
    try {
      const plain = decodeURIComponent(text);
      return plain.includes("%") ? null : plain;
    } catch {
      return null;
    }
  };

  /** @type {(text: string, scheme: string) => string | null} */
  const hostOf = (text, scheme) => {
    if (/[^\x00-\x7f]/.test(text)) return null;
    const port = scheme === "http" ? /:80$/ : /:443$/;
    const host = text.toLowerCase().replace(port, "").replace(/\.$/, "");
    return HOST.test(host) ? host : null;
  };

  /** @type {(path: string) => string[] | null} */
  const segmentsOf = (path) => {
    const raw = path.replace(/^\//, "").replace(/\/$/, "").split("/");
    if (raw.length === 1 && raw[0] === "") return [];
    const plain = raw.map(decoded).filter((part) => part !== null && part !== "" && part !== "." && part !== "..");
    return plain.length === raw.length ? /** @type {string[]} */ (plain) : null;
  };

  /** @type {(text: string) => Map<string, string[]>} */
  const queryOf = (text) => {
    const found = new Map();
    for (const pair of text.split("&")) {
      const at = pair.indexOf("=");
      const plain = decoded((at < 0 ? "" : pair.slice(at + 1)).replaceAll("+", " "));
      const name = at < 0 ? pair : pair.slice(0, at);
      if (plain !== null) found.set(name, [...(found.get(name) ?? []), plain]);
    }
    return found;
  };

  /** @type {(text: string) => WebAddress | null} */
  const parse = (text) => {
    const plain = trimmed(text);
    const parts = plain.length > LONGEST || REFUSED.test(plain) ? null : PARTS.exec(plain);
    if (!parts || REFUSED_IN_PATH.test(parts[2] + (parts[3] ?? ""))) return null;
    const host = hostOf(parts[2], (parts[1] ?? "https").toLowerCase());
    const segments = segmentsOf(parts[3] ?? "/");
    return host && segments ? { host, segments, query: queryOf(parts[4] ?? "") } : null;
  };

  /** A link as it stands on the page; what is neither absolute nor rooted stays as it is. */
  /** @type {(link: string, pageUrl: string) => string} */
  const absolute = (link, pageUrl) => {
    const plain = trimmed(link);
    if (!plain.startsWith("/") || plain.startsWith("//")) return plain;
    const here = parse(pageUrl);
    return here ? `https://${here.host}${plain}` : plain;
  };

  poise.address = { parse, absolute };
})();
