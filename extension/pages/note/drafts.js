// The drafts that the service keeps: one for each person and kind until it is sent or thrown away.
import { request } from "../page.js";

/** @typedef {{ id: string, interviewer: string, kind: string, language: string, subject: string, text: string, sent_at: string | null, version: number }} Draft */

/** @type {() => Promise<Draft[]>} */
export const all = async () => {
  const found = [];
  for (let after = ""; ;) {
    const { body, wrong } = await request("GET", `/drafts?limit=500${after}`);
    if (wrong) return found;
    found.push(...body.items);
    if (!body.next) return found;
    after = `&after=${body.next}`;
  }
};

/** What it says, without what the service adds. */
/** @type {(draft: Draft) => object} */
const told = ({ interviewer, kind, language, subject, text, sent_at }) => ({ interviewer, kind, language, subject, text, sent_at });

/** Written down as it is now; made at first. */
/** @type {(draft: Draft) => Promise<{ wrong?: string }>} */
const written = async (draft) => {
  const { body, wrong } = draft.version
    ? await request("PUT", `/drafts/${draft.id}`, told(draft), { "If-Match": "*" })
    : await request("POST", "/drafts", { id: draft.id, ...told(draft) });
  if (body) draft.version = body.version;
  return { wrong };
};

/** @type {Promise<{ wrong?: string }>} */
let last = Promise.resolve({});

/** One after the other, so that no version is passed over. */
/** @type {(draft: Draft) => Promise<{ wrong?: string }>} */
export const keep = (draft) => (last = last.then(() => written(draft)));

/** @type {(draft: Draft) => Promise<{ body?: any, wrong?: string }>} */
export const discard = (draft) => request("DELETE", `/drafts/${draft.id}`, undefined, { "If-Match": "*" });
