// What this browser is called: its kind, and a mark of this profile, for all profiles of a kind share an origin.
import { api } from "./api.js";
import { kept } from "./kept.js";

/** @type {() => Promise<string>} */
export const browserName = async () => {
  const { profile = poise.words.uuid().slice(-4) } = await kept("profile");
  await api.storage.local.set({ profile });
  return `${navigator.userAgent.includes("Firefox") ? "Firefox" : "Chromium"} ${profile}`;
};
