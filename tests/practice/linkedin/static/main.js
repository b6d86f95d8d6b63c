import { listen } from "/shared/delegate.js";
import { hydrate, teach } from "/shared/hydrate.js";
import { route } from "/shared/router.js";
import { connect, connectClassic, connectNow, inviteNow } from "./connect.js";
import { dropdown } from "./dropdown.js";
import { menu } from "./menu.js";
import { closer, cohort, seeAll } from "./network.js";
import { accept, comment, follow, ignore, message, react, writeTo } from "./others.js";
import { salesMenu, salesMessage } from "./sales.js";
import { sticky } from "./sticky.js";

const routed = /^\/(in\/[^/]+|feed|mynetwork(\/grow)?|search\/results\/people|company\/[^/]+(\/people)?)\/$/;

teach({
  accept, cohort, comment, connect, dropdown, follow, ignore, menu, message, react, sticky, "connect-classic": connectClassic, "connect-now": connectNow,
  "close-all": closer, "sales-menu": salesMenu, "sales-message": salesMessage, "invite-now": inviteNow, "see-all": seeAll, "write-to": (_, { who }) => writeTo(who),
});
listen(document.getElementById("root"));
hydrate(document.body);
route((url) => routed.test(url.pathname));
