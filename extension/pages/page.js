// What every page of ours begins with: the design, the words in the browser's language, the way to the background.

/** @type {typeof chrome} */
export const api = /** @type {any} */ (globalThis).browser ?? globalThis.chrome;

/** @type {(message: object) => Promise<any>} */
export const tell = (message) => api.runtime.sendMessage(message);

/** The service's answer, or in `wrong` why there is none or what it refuses, as one sentence. `late`: it may yet have done what it was told. */
/** @typedef {{ body?: any, etag?: string, status?: number, wrong?: string, late?: boolean }} Answered */

/** Why there is no answer, and what mends it, as the findings say it. */
/** @type {(failure: string) => string} */
const whyNot = (failure) => [`finding_${failure}`, `mend_${failure}`].map((key) => poise.words.say(key)).filter(Boolean).join(" ") || failure;

/** A call to the service, through the background. */
/** `patience`: ms that the answer may take, where it is more than a moment's work. */
/** @type {(method: string, path: string, body?: object, headers?: Record<string, string>, patience?: number) => Promise<Answered>} */
export const request = async (method, path, body, headers, patience) => {
  const asked = { ...headers, "Accept-Language": poise.words.language() };
  const { failure, status, body: said, etag } = await tell({ kind: "request", method, path, body, headers: asked, patience });
  if (failure) return { wrong: whyNot(failure), late: failure === "slow" };
  if (status >= 400) return { status, wrong: said?.detail ?? said?.title ?? String(status) };
  return { status, body: said, etag };
};

/** What came of a change, in words; `done`: those for when it was made. */
/** @type {(outcome: Answered, done?: string) => string} */
export const cameOf = ({ wrong, late }, done = poise.words.say("saved")) => {
  if (late) return poise.words.say("perhapsSaved");
  return wrong ? poise.words.say("notSaved", wrong) : done;
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
