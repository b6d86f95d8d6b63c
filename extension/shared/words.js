// The words a person reads: interface words from _locales, etiquette words from the snapshot, times by Intl.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.words) return;
  const api = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? globalThis.chrome);

  /** @type {(key: string, ...values: (string | number)[]) => string} */
  const say = (key, ...values) => api.i18n.getMessage(key, values.map(String));

  const language = () => say("language");

  /** The name of a site, which is the same in every language. */
  /** @type {(site: string) => string} */
  const siteName = (site) => poise.sites.find((one) => one.site === site)?.name ?? site;

  /** Names as one says them: "A, B and C". */
  /** @type {(names: string[]) => string} */
  const list = (names) => new Intl.ListFormat(language()).format(names);

  /** @type {(value: number) => string} */
  const number = (value) => new Intl.NumberFormat(language()).format(value);

  /** A sentence with a number of things in it: `KEY_one` or `KEY_other`, as the language has it. */
  /** @type {(key: string, number: number) => string} */
  const count = (key, value) => say(`${key}_${new Intl.PluralRules(language()).select(value)}`, number(value));

  const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]/;

  const TURNS = /[\u202a-\u202e\u2066-\u2069]/g; // signs that turn what follows them, and cannot be seen

  /** A name in a text without markup, as a tooltip has it: written from the right, it must not turn what is around it. */
  /** @type {(name: string) => string} */
  const apart = (name) => {
    const plain = name.replace(TURNS, "");
    return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
  };

  /** Plain `{key}` replacement, the same as the service's. */
  /** @type {(template: string, values: Record<string, string | number | null | undefined>) => string} */
  const fill = (template, values) =>
    template.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key] ?? "") : whole));

  const DAY = 86_400_000;

  /** @type {(from: number, to: number) => number} */
  const calendarDays = (from, to) => Math.round((new Date(to).setHours(12, 0, 0, 0) - new Date(from).setHours(12, 0, 0, 0)) / DAY);

  /** A day by its name and date. */
  /** @type {(at: number) => string} */
  const day = (at) => new Intl.DateTimeFormat(language(), { weekday: "long", day: "numeric", month: "long" }).format(at);

  /** When something is due, as one says it: "tomorrow, 15:00" within a day, else with its date. */
  /** @type {(due: number, now: number) => string} */
  const when = (due, now) => {
    const days = calendarDays(now, due);
    const time = new Intl.DateTimeFormat(language(), { hour: "numeric", minute: "2-digit" }).format(due);
    if (Math.abs(days) > 1) return day(due);
    return `${new Intl.RelativeTimeFormat(language(), { numeric: "auto" }).format(days, "day")}, ${time}`;
  };

  /** Until when a step is best taken or was, or that it is taken; nothing of what has no date. */
  /** @type {(step: { due: string | null, done?: boolean }, now: number) => string} */
  const due = ({ due: at, done = false }, now) => {
    if (done) return say("done");
    return at ? say(Date.parse(at) < now ? "wasDue" : "dueBy", when(Date.parse(at), now)) : "";
  };

  /** How long ago, in the largest whole unit; what a clock that was set back puts ahead is now. */
  /** @type {(then: number, now: number) => string} */
  const ago = (then, now) => {
    const minutes = Math.max(0, Math.floor((now - then) / 60_000));
    const format = new Intl.RelativeTimeFormat(language(), { numeric: "auto" });
    if (minutes < 60) return format.format(-minutes, "minute");
    if (minutes < 1440) return format.format(-Math.floor(minutes / 60), "hour");
    return format.format(-Math.floor(minutes / 1440), "day");
  };

  /** Whole 24-hour periods since an instant, as the etiquette counts the days of waiting; a chip says "day 1" first. */
  /** @type {(since: string | null, now: number) => number | null} */
  const days = (since, now) => (since === null ? null : Math.max(0, Math.floor((now - Date.parse(since)) / DAY)));

  /** A UUIDv7: ids of ours are made here, so that a thing told twice is one thing. */
  const uuid = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const now = Date.now();
    for (let place = 0; place < 6; place++) bytes[place] = Math.floor(now / 2 ** (8 * (5 - place))) % 256;
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };

  poise.words = { say, language, site: siteName, list, number, count, apart, fill, when, day, due, ago, days, uuid };
})();
