// What every page of ours begins with: the design, the words in the browser's language, the way to the background.

/** @type {typeof chrome} */
export const api = /** @type {any} */ (globalThis).browser ?? globalThis.chrome;

/** @type {(message: object) => Promise<any>} */
export const tell = (message) => api.runtime.sendMessage(message);

/** A call to the service, through the background: the body of the answer, or why there is none, as one sentence. */
/** `patience`: ms that the answer may take, where it is more than a moment's work. */
/** @type {(method: string, path: string, body?: object, headers?: Record<string, string>, patience?: number) => Promise<{ body?: any, etag?: string, wrong?: string }>} */
export const request = async (method, path, body, headers, patience) => {
  const answer = await tell({ kind: "request", method, path, body, headers, patience });
  if (answer.failure) return { wrong: poise.words.say("serviceNeeded") };
  if (answer.status >= 400) return { wrong: answer.body?.detail ?? answer.body?.title ?? String(answer.status) };
  return { body: answer.body, etag: answer.etag };
};

/** @type {<T extends Element = HTMLElement>(selector: string, root?: ParentNode) => T} */
export const find = (selector, root = document) => {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`nothing here fits ${selector}`);
  return /** @type {any} */ (found);
};

/** What the address says after its #, by name. */
export const hash = () => new URLSearchParams(location.hash.slice(1));

/** @param {string} css */
export const begin = (css = "") => {
  poise.design.dress(document, css);
  document.documentElement.lang = poise.words.language();
  for (const element of document.querySelectorAll("[data-words]")) {
    element.textContent = poise.words.say(/** @type {HTMLElement} */ (element).dataset.words ?? "");
  }
};
