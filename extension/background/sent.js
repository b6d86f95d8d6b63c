// Something reached somebody tracked: noted, so that the next judgement knows of it.
import { post } from "./queue.js";

const KINDS = /** @type {Record<string, string>} */ ({ connect: "connect", friend: "connect", message: "message", comment: "comment" });

/** @type {(message: { whom: string, action: string, site: string }) => Promise<void>} */
export const sent = async ({ whom, action, site }) => {
  if (!KINDS[action]) return;
  const at = new Date().toISOString();
  await post({
    method: "POST", path: "/interactions",
    body: { id: poise.words.uuid(), interviewer: whom, kind: KINDS[action], channel: site, at },
  });
};
