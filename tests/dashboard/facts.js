// What the tests tell of: an application, a person, a moment.

export const DAY = 86_400_000;
export const NOW = Date.parse("2026-03-10T12:00:00+01:00");

/** An interview of an hour, so many days from now. */
export const at = (days) => ({ starts: new Date(NOW + days * DAY).toISOString(), ends: new Date(NOW + days * DAY + DAY / 24).toISOString() });

export const application = (said) => ({
  id: "a", company: "Acme", role: null, applied_on: null, slow_process: false, outcome: null, interviews: [], pages: [], aliases: [], archived: false, notes: null, stage: "applied", ...said,
});

export const person = (said) => ({
  id: "p", name: "Jane Doe", headline: null, profiles: [], not_profiles: [], trusted: false, reason: null, notes: null, roles: [{ application: "a", part: "interviewer" }], ...said,
});

export const entry = (kind, days, interviewer = "p") => ({ id: `${kind}${days}`, interviewer, kind, channel: "email", at: at(days).starts });

export const item = (kind, days, said = {}) => ({
  kind, channel: "email", person: "p", interviewer: "Jane Doe", company: "Acme", from: at(days - 1).starts, best: null, due: at(days).starts, late: false,
  text: "", checklist: [], ...said,
});
