// Something reached somebody tracked: noted, so that the next judgement knows of it.
import { kept } from "./kept.js";
import { post } from "./queue.js";

const KINDS = /** @type {Record<string, string>} */ ({
  connect: "connect", friend: "connect", message: "message", comment: "comment", wall_comment: "comment",
});

/** @type {(id: string) => Promise<boolean>} */
const isPerson = async (id) => (await kept(`person:${id}`))[`person:${id}`]?.kind === "person";

/** @type {(message: { whom: string, action: string, site: string }) => Promise<void>} */
export const sent = async ({ whom, action, site }) => {
  if (!KINDS[action] || !(await isPerson(whom))) return; // what is on a company's wall is nobody's
  const at = new Date().toISOString();
  await post({
    method: "POST", path: "/interactions",
    body: { id: poise.words.uuid(), interviewer: whom, kind: KINDS[action], channel: site, at },
  });
};
