// The forms of the dashboard: an application, an interview, a person.
import { ask } from "./asking.js";
import { addApplication, addPerson } from "./changes.js";
import { check, field, labelled, lines, select } from "./parts.js";
import { asLocal, LATEST } from "../local.js";
import { PARTS } from "../vocabulary.js";

/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./known.js").Application} Application */
/** @typedef {import("./known.js").Interview} Interview */
/** @typedef {import("./known.js").Person} Person */

const { make } = poise.dom;
const { say } = poise.words;
const MINUTE = 60_000;
const LONGEST = "300";

/** @type {(application: Application | null) => Node[]} */
export const applicationFields = (application) => [
  field("company", say("fieldCompany"), application?.company, { required: true, maxlength: LONGEST }),
  field("role", say("fieldRole"), application?.role, { maxlength: LONGEST }),
  field("applied_on", say("fieldApplied"), application?.applied_on, { type: "date" }),
  lines("pages", say("fieldPages"), application?.pages ?? [], say("oneALine")),
  lines("aliases", say("fieldAliases"), application?.aliases ?? [], say("oneNameALine")),
  lines("notes", say("fieldNotes"), application?.notes?.split("\n") ?? [], say("notesHow")),
  check("slow_process", say("fieldSlow"), application?.slow_process ?? false),
];

/** @type {(interview: Interview | null, optional?: boolean) => Node[]} */
export const interviewFields = (interview, optional = false) => {
  const minutes = interview ? (Date.parse(interview.ends) - Date.parse(interview.starts)) / MINUTE : 60;
  return [
    field("interview", say("fieldInterview"), interview && asLocal(interview.starts), { type: "datetime-local", required: !optional, max: LATEST }),
    field("minutes", say("fieldMinutes"), String(minutes), { type: "number", min: "5", max: "1440", required: true }),
  ];
};

/** When something passed: now, unless the user says otherwise. */
export const whenField = () => field("at", say("fieldWhen"), asLocal(Date.now()), { type: "datetime-local", required: true, max: LATEST });

/** @type {(person: Person | null) => Node[]} who somebody is */
export const personFields = (person) => [
  field("name", say("fieldName"), person?.name, { required: true, maxlength: LONGEST }),
  field("headline", say("fieldHeadline"), person?.headline, { maxlength: "1000" }),
  lines("profiles", say("fieldProfiles"), person?.profiles ?? [], say("oneALine")),
  ...(person ? [lines("notes", say("fieldNotes"), person.notes?.split("\n") ?? [], say("notesHow"))] : []),
];

/** @type {(chosen?: string) => HTMLElement} */
export const partField = (chosen) => labelled(say("fieldPart"), select("part", PARTS.map((part) => [part, say(`part_${part}`)]), chosen));

/** @type {(place: Place) => void} */
export const newApplication = (place) =>
  ask(place, { title: say("addApplication"), fields: [...applicationFields(null), ...interviewFields(null, true)], change: addApplication });

/** @type {(place: Place, company?: string) => void} */
export const newPerson = (place, company) => {
  const [name, , profiles] = personFields(null);
  const known = make("datalist", { id: "companies" }, ...[...new Set(place.known().applications.map((one) => one.company))].slice(0, 500).map((one) => make("option", { value: one })));
  const fields = [name, field("company", say("fieldCompany"), company, { required: true, list: "companies", maxlength: LONGEST }), known,
    field("role", say("fieldRole"), null, { maxlength: LONGEST }), partField(), profiles, ...interviewFields(null, true)];
  ask(place, { title: say("addPerson"), fields, change: addPerson });
};
