import { listen } from "/shared/delegate.js";
import { hydrate, teach } from "/shared/hydrate.js";
import { route } from "/shared/router.js";
import { conversation, message } from "./chat.js";
import { comment, openComment, react } from "./comments.js";
import { composer } from "./composer.js";
import { hover } from "./hover.js";
import { share } from "./sharing.js";
import { follow, friend, like } from "./friends.js";

teach({ comment, conversation, composer, follow, friend, like, message, "open-comment": openComment, hover, react, share });
listen(document.querySelector("[id^=mount_0_0_]"));
hydrate(document.body);
route((url) => !/^\/(messages|stories)\//.test(url.pathname));
