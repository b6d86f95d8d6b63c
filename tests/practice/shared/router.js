// pushState routing (linkedin 6, facebook 7.7): the address changes first, the page a moment later; document and head stay.
import { hydrate } from "./hydrate.js";
import { options } from "./page.js";

const policy = globalThis.trustedTypes?.createPolicy("jSecure", { createHTML: (html) => html }) ?? { createHTML: (html) => html };
const build = document.querySelector("meta[name=build]").content;
const leaving = [];

/** Calls `tidy` before another page is shown. */
export const onLeave = (tidy) => leaving.push(tidy);

/** Routes links within the document if `isRouted(url)`. */
export function route(isRouted) {
  document.addEventListener("click", (event) => {
    const link = event.composedPath().find((node) => node.localName === "a" && node.href);
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || !isRouted(url)) return;
    event.preventDefault();
    history.pushState({}, "", url);
    void show(url);
  });
  addEventListener("popstate", () => void show(new URL(location.href)));
}

async function show(url) {
  for (const tidy of leaving) tidy();
  const kept = new URLSearchParams({ ...options, state: "none" });
  const answer = await fetch(url, { headers: { "X-Build": build, "X-Options": String(kept) } });
  const page = new DOMParser().parseFromString(policy.createHTML(await answer.text()), "text/html");
  if (url.href !== location.href) return; // somebody was faster
  document.title = page.title;
  const screen = document.importNode(page.getElementById("screen"), true);
  document.getElementById("screen").replaceWith(screen);
  hydrate(screen);
  scrollTo(0, 0);
}
