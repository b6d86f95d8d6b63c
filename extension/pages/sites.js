// The sites: which are guarded, and which could be, too. The browser is asked for a site when its user says so, never before.
import { api, find, tell } from "./page.js";

const { make, isolateIn } = poise.dom;
const { list, number, say } = poise.words;
const NAMED = 3;

/** Only from within a press. A site that is allowed is guarded at once, one that is withdrawn left alone at once. */
/** @type {(site: SiteListed, wanted: boolean) => Promise<boolean>} whether it is guarded now */
const change = async ({ origins }, wanted) => {
  const guarded = wanted ? await api.permissions.request({ origins }) : !(await api.permissions.remove({ origins }));
  await tell({ kind: "sites" }); // the browser tells of it, too; here it is waited for
  return guarded;
};

/** @type {(site: SiteListed, checked: boolean) => HTMLElement} */
const choice = (one, checked) => {
  const box = make("input", { type: "checkbox", "data-site": one.site, checked });
  box.addEventListener("change", async () => {
    const wanted = box.checked;
    box.checked = await change(one, wanted);
    if (box.checked === wanted) find("#sites-outcome").textContent = say(wanted ? "siteGuarded" : "siteLeft", one.name);
  });
  return make("p", {}, make("label", { class: "check" }, box, make("span", {}, say("siteToo", one.name))));
};

/** On the settings and the welcome: all sites, and a choice for each that nobody has to be asked for at installation. */
export const showSites = async () => {
  const seen = await poise.access.seen();
  const always = poise.sites.filter(({ asked }) => !asked).map(({ name }) => name);
  find("#sites-always").textContent = say("sitesAlways", list(always));
  find("#sites-choices").replaceChildren(
    ...poise.sites.filter(({ asked }) => asked).map((one) => choice(one, seen.includes(one.site))));
};

/** @type {(one: SiteListed, people: Guarded[], again: () => void) => HTMLElement} */
const offer = (one, people, again) => {
  const names = people.slice(0, NAMED).map(({ name }) => name);
  const others = people.length > NAMED ? [`+${number(people.length - NAMED)}`] : [];
  const button = make("button", { type: "button", "data-site": one.site }, say("siteToo", one.name));
  button.addEventListener("click", async () => { if (await change(one, true)) again(); });
  return make("div", { class: "state" }, make("p", {}, ...isolateIn(say("siteUnseen", one.name, list([...names, ...others])), names)), make("p", { class: "row" }, button));
};

/** In the popup: the sites where people are tracked and that the browser does not show us, to be asked for there. */
/** @type {(guarded: Guarded[], again: () => void) => Promise<void>} */
export const showUnseen = async (guarded, again) => {
  const seen = await poise.access.seen();
  /** @type {(site: SiteListed) => Guarded[]} */
  const there = ({ site }) => guarded.filter(({ identities }) => identities.some((one) => poise.access.isOn(one, site)));
  const missed = poise.sites.filter(({ site, asked }) => asked && !seen.includes(site)).map((one) => ({ one, people: there(one) }));
  find("#sites").replaceChildren(...missed.filter(({ people }) => people.length).map(({ one, people }) => offer(one, people, again)));
};
