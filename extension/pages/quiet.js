// The choice of quiet mode, on the settings page and the welcome.
import { find, tell } from "./page.js";

/** Show how it stands, and change it at once. */
export const showQuiet = async () => {
  /** @type {HTMLInputElement} */
  const box = find("#quiet");
  box.checked = (await tell({ kind: "state" })).quiet;
  box.addEventListener("change", () => tell({ kind: "quiet", quiet: box.checked }));
};
