// The connected browsers, as the settings show them, within the dashboard.
import { showBrowsers } from "../browsers.js";
import { heading, link } from "./parts.js";

const { make } = poise.dom;
const { say } = poise.words;

/** @type {() => import("./place.js").View} */
export const browsers = () => ({
  element: make("div", { class: "reading" }, heading(say("view_browsers")), make("p", {}, say("browsersHow")),
    make("section", { id: "browsers" }, make("ul", { class: "people" })), make("p", { id: "browsers-outcome", role: "status" }),
    make("p", {}, link(say("connectAnother"), "options.html"))),
  update: showBrowsers,
});
