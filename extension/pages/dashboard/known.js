// All that is known of the job search, joined: who takes part in what, and what passed between them and the user. Pure.

/** @typedef {{ starts: string, ends: string, zone?: string | null }} Interview */
/** @typedef {{ id: string, company: string, role: string | null, applied_on: string | null, slow_process: boolean,
 *   outcome: { kind: string, at: string } | null, interviews: Interview[], pages: string[], aliases: string[],
 *   archived: boolean, notes: string | null, stage: string }} Application */
/** @typedef {{ id: string, name: string, headline: string | null, profiles: string[], not_profiles: string[], trusted: boolean,
 *   reason: string | null, notes: string | null, roles: { application: string, part: string }[] }} Person */
/** @typedef {{ id: string, interviewer: string, kind: string, channel: string | null, at: string }} Interaction */
/** @typedef {{ kind: string, channel: string | null, person: string, interviewer: string, company: string, from: string,
 *   best: string | null, due: string | null, late: boolean, text: string, checklist: string[] }} Item */
/** `agenda` is null where it was not read to its end. */
/** @typedef {{ applications: Application[], people: Person[], interactions: Interaction[], agenda: Item[] | null }} Read */
/** @typedef {{ person: Person, part: string }} Member */
/** @typedef {{ stage: string, since: number | null, application: Application | null }} Standing */

/** The stage of somebody in several applications is the first of these, as in stages.py. */
const SHOWN_FIRST = ["awaiting", "scheduled", "applied", "rejected", "withdrawn", "offered", "hired"];
const OVER = new Set(["accepted", "rejected", "withdrawn"]);

/** Whether nothing is awaited of it any more: it has been decided, whoever decided it. */
/** @type {(application: Application) => boolean} */
export const isOver = ({ outcome }) => OVER.has(outcome?.kind ?? "");

/** What belongs into the archive: what is over, and what the user put there. */
/** @type {(application: Application) => boolean} */
export const inArchive = (application) => application.archived || isOver(application);

/** When the last interview that lies behind ended, in epoch ms. */
/** @type {(application: Application, now: number) => number | null} */
export const lastEnd = ({ interviews }, now) => {
  const ended = interviews.map(({ ends }) => Date.parse(ends)).filter((at) => at <= now);
  return ended.length ? Math.max(...ended) : null;
};

/** @type {<K, V>(pairs: [K, V][]) => Map<K, V[]>} */
const grouped = (pairs) => {
  const found = new Map();
  for (const [key, value] of pairs) {
    const group = found.get(key);
    if (group) group.push(value);
    else found.set(key, [value]);
  }
  return found;
};

export class Known {
  /** @param {Read} read */
  constructor({ applications, people, interactions, agenda }) {
    this.applications = applications;
    this.people = people;
    this.agenda = agenda ?? [];
    this.whole = agenda !== null;
    this._applications = new Map(applications.map((one) => [one.id, one]));
    this._people = new Map(people.map((one) => [one.id, one]));
    this._teams = grouped(people.flatMap((person) => person.roles.map(({ application, part }) => /** @type {[string, Member]} */ ([application, { person, part }]))));
    this._passed = grouped([...interactions].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).map((one) => [one.interviewer, one]));
    this._next = grouped(this.agenda.map((item) => [item.person, item]));
  }

  /** @param {string | null} id */
  application(id) { return this._applications.get(id ?? "") ?? null; }

  /** @param {string | null} id */
  person(id) { return this._people.get(id ?? "") ?? null; }

  /** Who takes part in an application. @param {string} id @returns {Member[]} */
  team(id) { return this._teams.get(id) ?? []; }

  /** What passed between somebody and the user, oldest first. @param {string} id @returns {Interaction[]} */
  passed(id) { return this._passed.get(id) ?? []; }

  /** What is due towards somebody, soonest first. @param {string} id @returns {Item[]} */
  next(id) { return this._next.get(id) ?? []; }

  /** Where somebody stands: by the applications in which they have a say, else by all of theirs. */
  /** @param {Person} person @param {number} now @returns {Standing} */
  standing({ roles }, now) {
    const deciding = roles.filter(({ part }) => part === "interviewer");
    const theirs = (deciding.length ? deciding : roles).flatMap(({ application }) => this.application(application) ?? []);
    const ended = (/** @type {Application} */ one) => (one.stage === "awaiting" ? lastEnd(one, now) ?? 0 : 0);
    theirs.sort((a, b) => SHOWN_FIRST.indexOf(a.stage) - SHOWN_FIRST.indexOf(b.stage) || ended(b) - ended(a));
    const [application = null] = theirs;
    return { stage: application?.stage ?? "none", since: application && (ended(application) || null), application };
  }
}
