import { listen } from "/shared/delegate.js";
import { hydrate } from "./hydrate.js";
import { route } from "./router.js";

listen(document.getElementById("root"));
hydrate(document.body);
route();
