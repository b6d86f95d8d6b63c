// Listeners only, registered at once, so that the browser can wake this for each of them.
import "../shared/labels.js";
import "../shared/words.js";
import "../content/saying.js";
import { api } from "./api.js";
import { freshen, ring, start, turn } from "./alarms.js";
import { questionIn } from "./apart.js";
import { armOpenTabs, welcome } from "./install.js";
import { listenToNotifications } from "./notify.js";
import { settle } from "./questions.js";
import { route } from "./router.js";
import { shipMaps } from "./shipped.js";
import { SITES } from "./snapshot.js";

api.runtime.onMessage.addListener(route);
api.alarms.onAlarm.addListener(ring);
// A window that is closed unanswered sends nothing.
api.windows.onRemoved.addListener(async (window) => {
  const id = await questionIn(window);
  if (id) await settle({ id, choice: "cancel" });
});
api.runtime.onStartup.addListener(freshen);
// A site that is allowed again is guarded at once, in the tabs that are open too.
api.permissions.onAdded.addListener(async () => { await armOpenTabs(); await turn(); });
api.permissions.onRemoved.addListener(turn);
api.runtime.onInstalled.addListener(async ({ reason }) => {
  await shipMaps(SITES);
  await armOpenTabs();
  if (reason === "install") await welcome();
});
listenToNotifications();

void turn();
void start();
