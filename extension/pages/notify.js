// The choice of notifications. The browser asks for the permission when they are switched on, never before.
import { api, find, tell } from "./page.js";

const NOTIFICATIONS = { permissions: /** @type {["notifications"]} */ (["notifications"]) };

/** Show how it stands, and change it at once. */
export const showNotify = async () => {
  /** @type {HTMLInputElement} */
  const box = find("#notify");
  const { notify } = await tell({ kind: "state" });
  box.checked = notify && (await api.permissions.contains(NOTIFICATIONS));
  box.addEventListener("change", async () => {
    box.checked = box.checked && (await api.permissions.request(NOTIFICATIONS));
    await tell({ kind: "notify", notify: box.checked });
  });
};
