// Whether the browser lets us see the sites at all: its user may withhold that, and give it later.
import { api } from "./api.js";

/** The sites that are guarded, as the manifest names them. */
/** @type {() => string[]} */
const origins = () => {
  const { host_permissions: hosts = [] } = /** @type {chrome.runtime.ManifestV3} */ (api.runtime.getManifest());
  return hosts.filter((host) => host.startsWith("https:"));
};

export const sitesAllowed = () => api.permissions.contains({ origins: origins() });
