// The options and words of this page, as the server wrote them into it.
const { words, ...options } = JSON.parse(document.getElementById("page-options").textContent);

export { options, words };

export const withName = (key, who) => words[key].replace("{n}", who.name);
