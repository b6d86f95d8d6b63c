// What a page told of somebody tracked: told on to the service, once; what its user deletes there does not come back by itself.
import { api } from "./api.js";
import { kept } from "./kept.js";
import { post } from "./queue.js";

const KINDS = ["they_connected"];

/** Whether it was new. Only the page itself may say so, no frame in it, and only of somebody tracked on its own site. */
/** @type {(message: { whom: string, tells: string }, sender: chrome.runtime.MessageSender) => Promise<boolean>} */
export const noticed = ({ whom, tells }, sender) =>
  /** @type {Promise<any>} */ (navigator.locks.request("poise-noticed", async () => {
    const site = poise.identity.siteOf(sender.origin ?? sender.url ?? "");
    if (!site || sender.frameId !== 0 || !KINDS.includes(tells)) return false;
    const stored = await api.storage.local.get(`index:${site}`);
    const people = /** @type {Index | undefined} */ (stored[`index:${site}`])?.people ?? {};
    const { noticed: before = [] } = await kept("noticed");
    const mark = `${site} ${tells} ${whom}`;
    if (!Object.hasOwn(people, whom) || before.includes(mark)) return false;
    const at = new Date().toISOString();
    await post({ method: "POST", path: "/sightings", body: { id: poise.words.uuid(), interviewer: whom, kind: tells, channel: site, at } });
    await api.storage.local.set({ noticed: [...before, mark] });
    return true;
  }));
