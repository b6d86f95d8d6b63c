// Times and sizes as the page says them: local, with their zone where it matters.

const { language } = poise.words;
export const { number } = poise.words;

/** @type {(options: Intl.DateTimeFormatOptions) => (at: number) => string} */
const format = (options) => {
  /** @type {Intl.DateTimeFormat | undefined} */
  let made;
  return (at) => (made ??= new Intl.DateTimeFormat(language(), options)).format(at);
};

/** A day and a time, with the zone that they are said in. */
export const moment = format({ weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short" });
export const date = format({ day: "numeric", month: "long", year: "numeric" });
export const shortDay = format({ day: "numeric", month: "short" });
export const month = format({ month: "short", year: "numeric" });

/** @type {(count: number) => string} a size, in the largest unit that says it without a fraction of nothing */
export const bytes = (count) => {
  const [unit, size] = count < 1_000_000 ? ["kilobyte", count / 1_000] : ["megabyte", count / 1_000_000];
  return new Intl.NumberFormat(language(), { style: "unit", unit, maximumFractionDigits: 1 }).format(size);
};
