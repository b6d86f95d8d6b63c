// The first minute: say hello.
import { api } from "./api.js";
import { kept } from "./kept.js";

/** Once for each profile: an extension loaded from its folder is "installed" at every start of the browser. */
export const welcome = async () => {
  const { welcomed } = await kept("welcomed");
  if (welcomed) return;
  await api.storage.local.set({ welcomed: true });
  await api.tabs.create({ url: api.runtime.getURL("extension/pages/welcome.html") });
};
