import { listen } from "/shared/delegate.js";
import { hydrate, teach } from "/shared/hydrate.js";
import { route } from "/shared/router.js";
import { connect, connectNow } from "./connect.js";
import { menu } from "./menu.js";
import { accept, follow, ignore } from "./others.js";
import { sticky } from "./sticky.js";

const routed = /^\/(in\/[^/]+|feed|mynetwork(\/grow)?|search\/results\/people|company\/[^/]+\/people)\/$/;

teach({ accept, connect, "connect-now": connectNow, follow, ignore, menu, sticky });
listen(document.getElementById("root"));
hydrate(document.body);
route((url) => routed.test(url.pathname));
