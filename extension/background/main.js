// Listeners only, registered at once, so that the browser can wake this for each of them.
import "../shared/labels.js";
import "../shared/sites.js";
import "../shared/access.js";
import "../shared/words.js";
import "../shared/address.js";
import "../shared/forms.js";
import "../shared/identity.js";
import "../content/snapshot.js";
import "../content/saying.js";
import { api } from "./api.js";
import { freshen, ring, start, turn } from "./alarms.js";
import { questionIn } from "./apart.js";
import { welcome } from "./install.js";
import { cast } from "./net.js";
import { listenToNotifications } from "./notify.js";
import { settle } from "./questions.js";
import { route } from "./router.js";
import { settleSites } from "./scripts.js";
import { shipMaps } from "./shipped.js";

api.runtime.onMessage.addListener(route);
api.alarms.onAlarm.addListener(ring);
// A window that is closed unanswered sends nothing.
api.windows.onRemoved.addListener(async (window) => {
  const id = await questionIn(window);
  if (id) await settle({ id, choice: "cancel" });
});
api.runtime.onStartup.addListener(freshen);
api.permissions.onAdded.addListener(settleSites);
api.permissions.onRemoved.addListener(settleSites);
api.runtime.onInstalled.addListener(async ({ reason }) => {
  await shipMaps();
  await settleSites();
  if (reason === "install") await welcome();
});
listenToNotifications();
cast();

void turn();
void start();
