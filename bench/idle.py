"""A page that is open while nobody does anything: how long the whole browser works for it, and the memory that it takes.

The floor is the same browser with a bare content script and worker, which listen for clicks and do nothing.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from selenium.webdriver.remote.webdriver import WebDriver

from bench.measure import Figure
from bench.processes import browser_memory, browser_work
from bench.world import browsing
from tests.browser.drivers import START
from tests.practice import Practice, Tunnel

SETTLED = 10  # seconds
WATCHED = 30  # seconds
PATH = "/in/sam-poe/"
BARE = {
    "manifest_version": 3,
    "name": "Bare",
    "version": "1",
    "content_scripts": [
        {"matches": ["https://*.linkedin.com/*"], "js": ["bare.js"], "run_at": "document_start", "all_frames": True}
    ],
    "background": {"service_worker": "bare.js", "scripts": ["bare.js"]},
    "browser_specific_settings": {"gecko": {"id": "bare@example.org"}},
}  # fmt: skip


def figures(quick: bool) -> Iterator[Figure]:
    seconds = WATCHED // 10 if quick else WATCHED
    for name in START:
        with browsing(name) as (screen, practice):
            own = _idle(screen.driver, practice.url(PATH), seconds)
        with _bare(name) as (driver, url):
            driver.switch_to.new_window("window")  # as many as with ours
            bare = _idle(driver, url, seconds)
        yield Figure(f"{name}: work of an idle minute", own[0], "ms", bare[0])
        yield Figure(f"{name}: memory with a profile open", own[1], "MB", bare[1])


@contextmanager
def _bare(name: str) -> Iterator[tuple[WebDriver, str]]:
    with (
        TemporaryDirectory() as folder,
        Practice() as practice,
        Tunnel(practice.port, practice.hosts) as tunnel,
    ):
        (Path(folder) / "manifest.json").write_text(json.dumps(BARE))
        (Path(folder) / "bare.js").write_text("addEventListener('click', () => {}, true);")
        browser = START[name](tunnel.port, Path(folder))
        try:
            yield browser.driver, practice.url(PATH)
        finally:
            browser.driver.quit()


def _idle(driver: WebDriver, url: str, seconds: int) -> tuple[float, float]:
    """Milliseconds of work a minute, and megabytes at its end."""
    driver.get(url)
    time.sleep(SETTLED)
    before = browser_work()
    time.sleep(seconds)
    return (browser_work() - before) * 60 / seconds, browser_memory()
