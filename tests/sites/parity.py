"""The shipped JavaScript reads pages in a real browser, and must come to what the service reads."""

from pathlib import Path
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver

from poise.sites.reader import Reading
from poise.sites.schema import SiteMap
from poise.sites.ship import shipped

EXTENSION = Path(__file__).parents[2] / "extension"

# In the order in which they must load.
SCRIPTS = [
    "shared/labels.js",
    "shared/address.js",
    "shared/forms.js",
    "shared/identity.js",
    "content/tree.js",
    "content/sitemap.js",
    "content/hearing.js",
    "content/page.js",
    "content/target.js",
    "content/intent.js",
]

BLANK = "data:text/html,<title>blank</title>"

# parseHTMLUnsafe attaches declarative shadow roots; each page is a document of its own, never shown.
READ = """
const [text, pages] = arguments;
const map = JSON.parse(text);
const known = (target) => target && { name: target.name, url: target.url, ids: target.ids };
const entry = (intent) => ({
  control: intent.control, action: intent.action, gate: intent.gate, text: intent.label,
  target: known(intent.target),
  ...(intent.hidden ? { hidden: true } : {}),
  ...(intent.sends_on === "enter" ? { sends_on: "enter" } : {}),
  ...(intent.belongs_to ? { belongs_to: intent.belongs_to, fallback: known(intent.fallback) } : {}),
  ...(intent.why ? { why: intent.why } : {}),
  ...(hasNote(intent) ? { with_note: intent.with_note } : {}),
});
const hasNote = ({ control, action, element }) =>
  element && action === "connect" && map.control.find(({ id }) => id === control).text;
const pathOf = (element) => [element, ...poise.tree.ancestors(element)];
return pages.map(({ html, url }) => {
  const page = Document.parseHTMLUnsafe(html);
  const intents = poise.intent.all(map, page, url);
  const at = (element) => poise.intent.at(map, pathOf(element), { url, document: page });
  const clicked = intents.map((intent) => intent.element ? at(intent.element) : intent);
  const reading = poise.intent.page(map, page, url);
  const signs = poise.intent.signs(map, page, url).map(({ sign, tells, target }) => ({ sign, tells, target: known(target) }));
  const whole = { site: map.site, map: map.version, ...reading, controls: intents.map(entry), signs };
  return { whole, clicked: clicked.map(entry) };
});
"""


def inject(driver: WebDriver) -> None:
    """Load the shipped scripts into a blank page, twice: a second run must change nothing."""
    driver.get(BLANK)
    source = "\n".join((EXTENSION / name).read_text(encoding="utf-8") for name in SCRIPTS)
    driver.execute_script("window.eval(arguments[0]); window.eval(arguments[0]);", source)


def read_in(driver: WebDriver, site: SiteMap, pages: list[tuple[str, str]]) -> list[Reading]:
    """What the extension reads in each (html, url); a click on each control must come to the same."""
    given = [{"html": html, "url": url} for html, url in pages]
    readings = driver.execute_script(READ, shipped(site), given)
    for reading in readings:
        assert reading["clicked"] == reading["whole"]["controls"]
    return [reading["whole"] for reading in readings]


def identify_in(driver: WebDriver, sites: list[SiteMap], urls: list[str]) -> list[dict[str, Any] | None]:
    """The identities that the extension finds at `urls`."""
    script = "const maps = arguments[0].map((text) => JSON.parse(text));" + (
        "return arguments[1].map((url) => poise.identity.identify(maps, url));"
    )
    found: list[dict[str, Any] | None] = driver.execute_script(script, [*map(shipped, sites)], urls)
    return found
