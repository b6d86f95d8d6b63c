// The drafts that the service keeps: one for each person and kind until it is sent or thrown away.
import { request } from "../page.js";

/** @typedef {import("../page.js").Answered} Answered */
/** @typedef {{ id: string, interviewer: string, kind: string, language: string, subject: string, text: string, sent_at: string | null, version: number }} Draft */

/** All that are kept, or in `wrong` why they cannot be read. */
/** @type {() => Promise<{ found: Draft[], wrong?: string }>} */
export const all = async () => {
  const found = [];
  for (let after = ""; ;) {
    const { body, wrong } = await request("GET", `/drafts?limit=500${after}`);
    if (wrong) return { found, wrong };
    found.push(...body.items);
    if (!body.next) return { found };
    after = `&after=${body.next}`;
  }
};

/** What it says, without what the service adds. */
/** @type {(draft: Draft) => object} */
const told = ({ interviewer, kind, language, subject, text, sent_at }) => ({ interviewer, kind, language, subject, text, sent_at });

/** Its id is taken: it was made by a call whose answer was lost. */
const THERE = 409;

/** Written down as it is now; made at first. */
/** @type {(draft: Draft) => Promise<Answered>} */
const written = async (draft) => {
  const made = draft.version ? null : await request("POST", "/drafts", { id: draft.id, ...told(draft) });
  const anew = !made || made.status === THERE;
  const outcome = anew ? await request("PUT", `/drafts/${draft.id}`, told(draft), { "If-Match": "*" }) : made;
  if (outcome.body) draft.version = outcome.body.version;
  return outcome;
};

/** @type {Promise<Answered>} */
let last = Promise.resolve({});

/** One after the other, so that no version is passed over. Where no answer came at all it is not known what became of it; the next is tried all the same. */
/** @type {(draft: Draft) => Promise<Answered>} */
export const keep = (draft) => (last = last.then(() => written(draft)).catch((error) => ({ wrong: String(error), late: true })));

/** @type {(draft: Draft) => Promise<Answered>} */
export const discard = (draft) => request("DELETE", `/drafts/${draft.id}`, undefined, { "If-Match": "*" });
