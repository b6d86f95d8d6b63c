"""How long a browser takes to read what one click is about, on a page of 20,000 elements."""

from selenium.webdriver.remote.webdriver import WebDriver

from poise.sites.ship import shipped
from tests.sites.examples import maps

CARD = (
    '<div class="x"><div><p><a href="/in/p-{0}/">Name {0}</a></p><span><span>text</span></span>'
    '<button aria-label="Invite Name {0} to connect"><span><svg><path></path></svg>Connect</span></button></div></div>'
)
HTML = "<title>Jane Doe | LinkedIn</title><main>" + "".join(map(CARD.format, range(2_300))) + "</main>"
URL = "https://www.linkedin.com/in/jane-doe/"
TASK = """
const [text, html, url] = arguments;
const map = JSON.parse(text);
const page = Document.parseHTMLUnsafe(html);
if (page.querySelectorAll("*").length < 20_000) throw new Error("the page is too small");
const path = (element) => [element, ...poise.tree.ancestors(element)];
const paths = [...page.querySelectorAll("button span, div > span > span")].map(path);
const batches = [];
for (let from = 0; from + 50 <= paths.length; from += 50) {
  const began = performance.now();
  for (const one of paths.slice(from, from + 50)) poise.intent.at(map, one, { url, document: page });
  batches.push((performance.now() - began) / 50);
}
return batches;
"""


def batches(driver: WebDriver) -> list[float]:
    """Milliseconds of one reading, on average over each batch of 50 clicks on controls and beside them."""
    found: list[float] = driver.execute_script(TASK, shipped(maps()["linkedin"]), HTML, URL)
    return found
