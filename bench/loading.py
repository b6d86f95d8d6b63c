"""What the extension adds to the loading of a page: time, and in Chromium tasks that block it for over 50 ms."""

from collections.abc import Iterator
from contextlib import contextmanager

from selenium.webdriver.remote.webdriver import WebDriver

from bench.measure import Figure, median
from bench.world import browsing
from tests.browser.drivers import START
from tests.practice import Practice, Tunnel

LOADS = 40
WATCH = """
window.longTasks = [];
if (PerformanceObserver.supportedEntryTypes.includes("longtask")) {
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: "longtask", buffered: true });
}"""
LOADED = """
const done = arguments[0];
requestIdleCallback(() => done({
  took: performance.getEntriesByType("navigation")[0].loadEventEnd, blocked: window.longTasks?.length ?? 0,
}), { timeout: 2000 });
"""


def figures(quick: bool) -> Iterator[Figure]:
    loads = LOADS // 10 if quick else LOADS
    for name in START:
        with browsing(name) as (screen, practice):
            own = _loads(screen.driver, practice.url("/in/sam-poe/"), loads)
        with _bare(name) as (driver, url):
            bare = _loads(driver, url, loads)
        took, floor = (median([one["took"] for one in all_of]) for all_of in (own, bare))
        yield Figure(f"{name}: a profile loaded, median", took, "ms", floor)
        if name == "chromium":
            blocked, before = (sum(one["blocked"] for one in all_of) / loads for all_of in (own, bare))
            yield Figure(f"{name}: tasks over 50 ms a load, added", blocked - before, "", aim="none added")


@contextmanager
def _bare(name: str) -> Iterator[tuple[WebDriver, str]]:
    with Practice() as practice, Tunnel(practice.port, practice.hosts) as tunnel:
        browser = START[name](tunnel.port, None)
        try:
            yield browser.driver, practice.url("/in/sam-poe/")
        finally:
            browser.driver.quit()


def _loads(driver: WebDriver, url: str, loads: int) -> list[dict[str, float]]:
    if driver.name == "chrome":
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
    found = []
    for _ in range(loads + 1):  # the first fills the caches
        driver.get(url)
        found.append(driver.execute_async_script(LOADED))
    return found[1:]
