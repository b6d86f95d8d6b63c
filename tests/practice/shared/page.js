// The options and words of this page, as the server wrote them into it.
const { words, ...options } = JSON.parse(document.getElementById("page-options").textContent);

export { options, words };

export const withName = (key, who) => words[key].replace("{n}", who.name);

/** A fresh copy of a template's first element. */
export const fresh = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

/** The elements of a copy by their part, which they then no longer show. */
export function parts(root) {
  const found = {};
  for (const element of root.querySelectorAll("[data-part]")) {
    found[element.dataset.part] = element;
    element.removeAttribute("data-part");
  }
  return found;
}
