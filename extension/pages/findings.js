// What is wrong as far as a browser can see it, in the words that `poise doctor` has too.
import { browserName } from "./browser.js";
import { api } from "./page.js";

const { list, say, site, when } = poise.words;

/** How the guard stands, as the background says it. `withheld`: the sites that nobody has to be asked for and that may not be seen; `seen`: all that are guarded; `silent`: sites with a kind of page that is not recognised; `broken`: where the service's maps are. */
/** @typedef {{ meta: Meta | null, pause: Pause | null, trouble: string | null, full: boolean, withheld: string[], seen: string[], silent: string[], broken: string[], queued: number }} GuardState */
/** @typedef {import("./tab.js").Looked} Looked */
/** @typedef {{ id: string, says: string, mend: string }} Found */

/** Seconds may lie between two readings of one clock; minutes do not. */
const TOLERANCE_MS = 5 * 60_000;

/** The names that the browsers give, and gave, to the permission for programs on this computer. */
const LOCAL = ["loopback-network", "local-network-access", "local-network"];

/** @type {(name: string) => Promise<boolean>} */
const denied = async (name) => {
  const status = await navigator.permissions.query({ name: /** @type {PermissionName} */ (name) }).catch(() => null);
  return status?.state === "denied";
};

const localNetworkDenied = async () => (await Promise.all(LOCAL.map(denied))).includes(true);

/** @type {() => Promise<boolean>} */
const isBrave = async () => !!(await /** @type {any} */ (navigator).brave?.isBrave?.());

/** The host that was asked of late in vain: whether there is none, or none that helps. */
/** @type {(state: GuardState, missing: boolean) => Promise<boolean>} */
const hostFailed = async ({ trouble }, missing) => {
  const { host } = /** @type {any} */ (await api.storage.session.get("host"));
  return (trouble === "absent" || trouble === "unpaired") && host?.missing === missing;
};

/** When something happened that the service would not write down. */
const refusedOf = async () => {
  const { lost } = /** @type {Kept} */ (await api.storage.local.get("lost"));
  return !!lost && lost.until > Date.now() && when(Date.parse(lost.at), Date.now());
};

/** Each look by the id of what it finds, in the order in which they are told: what fills the place in its words, or false. */
/** @type {Record<string, (state: GuardState, looked: Looked | null) => string | boolean | Promise<string | boolean>>} */
const LOOKS = {
  disk_full: ({ full }) => full,
  no_room: ({ trouble }) => trouble === "no_room",
  clock_moved: ({ meta }) => !!meta && meta.made > Date.now() + TOLERANCE_MS,
  host_withheld: ({ withheld }) => list(withheld.map(site)),
  unpaired: ({ meta, trouble }) => trouble === "unpaired" || (!meta && !trouble),
  refused: ({ trouble }) => trouble === "refused",
  service_outdated: ({ trouble }) => trouble === "service_outdated",
  extension_outdated: ({ trouble }) => trouble === "extension_outdated",
  local_network: ({ trouble }) => trouble === "absent" && localNetworkDenied(),
  brave_shields: ({ trouble }) => trouble === "absent" && isBrave(),
  absent: ({ trouble }) => trouble === "absent",
  slow: ({ trouble }) => trouble === "slow",
  not_taken: refusedOf,
  not_genuine: ({ trouble }) => trouble === "not_genuine",
  no_host: async (state) => (await hostFailed(state, true)) && browserName(),
  host_failed: (state) => hostFailed(state, false),
  old_tab: (_, looked) => !!looked && !looked.page,
  map_silent: ({ silent }) => list(silent.map(site)),
  map_broken: ({ broken }) => broken.join(", "),
  crowded: ({ meta }) => !!meta?.lean,
};

/** @type {(state: GuardState, looked?: Looked | null) => Promise<Found[]>} */
export const findings = async (state, looked = null) => {
  const answers = await Promise.all(Object.entries(LOOKS).map(async ([id, look]) => ({ id, found: await look(state, looked) })));
  return answers
    .filter(({ found }) => found)
    .map(({ id, found }) => ({ id, says: say(`finding_${id}`, String(found)), mend: say(`mend_${id}`) }));
};
