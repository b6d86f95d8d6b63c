// Instants as the fields of a form for a local time want them, and as such a field says them.

/** Without an end a field takes years of six digits, which nothing else does. */
export const LATEST = "9000-01-01T00:00";

/** @type {(at: string | number) => string} */
export const asLocal = (at) => {
  const local = new Date(at);
  return new Date(local.getTime() - local.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

/** Null where it says none. */
/** @type {(local: FormDataEntryValue | null) => string | null} */
export const asInstant = (local) => (local ? new Date(String(local)).toISOString() : null);
