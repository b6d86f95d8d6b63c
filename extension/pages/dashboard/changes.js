// What can be changed from the dashboard, each with the way to take it back.
import { request } from "../page.js";
import * as facts from "../facts.js";
import { linesOf, said, textOf } from "./asking.js";
import { asInstant } from "../local.js";

/** @typedef {import("../facts.js").Outcome} Outcome */
/** @typedef {import("./known.js").Interview} Interview */
/** @typedef {import("./place.js").Change} Change */

const MINUTE = 60_000;

/** @type {(path: string, change: (thing: any) => any) => Change} */
const edited = (path, change) => ({ work: facts.edit(path, change), back: facts.putBack(path) });

/** @type {(work: Promise<Outcome>) => Change} what was taken away comes back step by step, as the service said */
const removed = (work) => ({ work, back: ({ body }) => facts.undo(body.undo) });

/** @type {(path: string, work: Promise<Outcome>) => Change} */
const added = (path, work) => ({ work, back: ({ body }) => request("DELETE", `${path}/${body.id}`, undefined, { "If-Match": "*" }) });

/** @type {(id: string, change: (application: any) => any) => Change} */
export const changeApplication = (id, change) => edited(`/applications/${id}`, change);

/** @type {(id: string, change: (person: any) => any) => Change} */
export const changePerson = (id, change) => edited(`/interviewers/${id}`, change);

/** @type {(id: string, kind: string | null, at?: string) => Change} */
export const decide = (id, kind, at = new Date().toISOString()) => changeApplication(id, () => ({ outcome: kind && { kind, at } }));

/** @type {(id: string) => Change} */
export const removeApplication = (id) => removed(request("DELETE", `/applications/${id}`, undefined, { "If-Match": "*" }));

/** @type {(id: string) => Change} */
export const removePerson = (id) => removed(facts.forget(id));

/** @type {(id: string) => Change} */
export const removeInteraction = (id) => removed(request("DELETE", `/interactions/${id}`, undefined, { "If-Match": "*" }));

/** @type {(interviewer: string, kind: string, channel: string | null, at?: string | null) => Change} */
export const log = (interviewer, kind, channel, at) => added("/interactions", facts.log(interviewer, kind, channel, at));

/** An interview as a form gives it: its local start, and how long it takes. */
/** @type {(form: FormData) => Interview[]} */
export const interviewFrom = (form) => {
  const starts = asInstant(form.get("interview"));
  if (!starts) return [];
  return [{ starts, ends: new Date(Date.parse(starts) + Number(form.get("minutes") ?? 60) * MINUTE).toISOString() }];
};

/** @type {(form: FormData) => object} */
export const applicationFrom = (form) => ({
  company: said(form, "company"), role: said(form, "role"), applied_on: said(form, "applied_on"), slow_process: form.has("slow_process"),
  pages: linesOf(form, "pages"), aliases: linesOf(form, "aliases"), notes: textOf(form, "notes"),
});

/** @type {(form: FormData) => Change} */
export const addApplication = (form) => ({
  ...added("/applications", facts.add("/applications", { ...applicationFrom(form), interviews: interviewFrom(form) })),
  opens: ({ body }) => `applications/${body.id}`,
});

/** Whoever is known already is completed, never doubled. */
/** @type {(form: FormData) => Change} */
export const addPerson = (form) => ({ work: facts.add("/track", {
  name: said(form, "name"), company: said(form, "company"), role: said(form, "role"), part: said(form, "part"),
  profiles: linesOf(form, "profiles"), interviews: interviewFrom(form),
}), opens: ({ body }) => `people/${body.interviewer.id}` });
