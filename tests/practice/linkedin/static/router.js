// pushState routing (linkedin 6): the address changes first, the page a moment later, and the document stays.
import { closeMenu } from "./menu.js";
import { hydrate } from "./hydrate.js";
import { options } from "./page.js";

const clean = globalThis.trustedTypes?.createPolicy("jSecure", { createHTML: (html) => html }) ?? { createHTML: (html) => html };
const build = document.querySelector("meta[name=build]").content;
const routed = /^\/(in\/[^/]+|feed|mynetwork(\/grow)?|search\/results\/people|company\/[^/]+\/people)\/$/;

export function route() {
  document.addEventListener("click", (event) => {
    const link = event.composedPath().find((node) => node.localName === "a" && node.href);
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || !routed.test(url.pathname)) return;
    event.preventDefault();
    history.pushState({}, "", url);
    void show(url);
  });
  addEventListener("popstate", () => void show(new URL(location.href)));
}

async function show(url) {
  closeMenu();
  const answer = await fetch(url, { headers: { "X-Build": build, "X-Options": String(new URLSearchParams({ ...options, state: "none" })) } });
  const page = new DOMParser().parseFromString(clean.createHTML(await answer.text()), "text/html");
  document.title = page.title;
  const screen = document.importNode(page.getElementById("screen"), true);
  document.getElementById("screen").replaceWith(screen);
  hydrate(screen);
  scrollTo(0, 0);
}
