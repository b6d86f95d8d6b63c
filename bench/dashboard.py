"""Dashboard and popup with many people: opening them, and finding somebody; beside an empty page of the extension."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from bench.measure import Figure, median
from bench.people import PEOPLE, fill
from bench.world import browsing
from tests.browser.drivers import START
from tests.browser.screen import Screen

OPENINGS = 10

# Since the navigation began; `loadEventEnd` is that of the page without anything of the service.
READY = """
const done = arguments[0];
const root = document.documentElement;
const told = () => root.dataset.ready && (seen.disconnect(), done(performance.now()));
const seen = new MutationObserver(told);
seen.observe(root, { attributes: true });
told();
"""
LOADED = "return performance.getEntriesByType('navigation')[0].loadEventEnd"

# From the letter that is typed to the frame that shows who was found.
TYPED = """
const done = arguments[0];
const field = document.querySelector('[name="find"]');
const begun = performance.now();
field.value = field.value ? "" : "person 7";
field.dispatchEvent(new Event("input"));
requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => done(performance.now() - begun);
  channel.port2.postMessage(0);
});
"""


def figures(quick: bool) -> Iterator[Figure]:
    for people in PEOPLE[: 2 if quick else None]:
        with TemporaryDirectory() as folder:
            filled = Path(folder) / "data"
            fill(filled, people)
            for name in START:
                yield from _measured(
                    name, filled, people, OPENINGS // 5 if quick or people > 300 else OPENINGS
                )


def _measured(name: str, filled: Path, people: int, openings: int) -> Iterator[Figure]:
    with browsing(name, partial(copytree, filled)) as (screen, _), screen.on_our_page():
        screen.driver.set_script_timeout(120)
        opened = [_opened(screen, "dashboard.html#people") for _ in range(openings)]
        typed = [screen.driver.execute_async_script(TYPED) for _ in range(OPENINGS)]
        _opened(screen, "popup.html")  # this one brings the snapshot that the others show at once
        painted = [_painted(screen) for _ in range(openings)]
        screen.driver.get("about:blank")
        screen.driver.get(screen.browser.page("options.html"))
        floor = screen.driver.execute_script(LOADED)
    aim = "must not break" if people == PEOPLE[-1] else "at most 1000 ms"
    yield Figure(f"{name}: dashboard open", median(opened), "ms", floor, aim, people)
    yield Figure(f"{name}: popup painted", median(painted), "ms", floor, "at most 100 ms", people)
    yield Figure(f"{name}: somebody found", median(typed), "ms", None, "at most 100 ms", people)


def _opened(screen: Screen, page: str) -> float:
    """Milliseconds until all of it is there."""
    screen.driver.get("about:blank")
    screen.driver.get(screen.browser.page(page))
    taken: float = screen.driver.execute_async_script(READY)
    return taken


def _painted(screen: Screen) -> float:
    """Milliseconds until the popup shows what storage knows."""
    _opened(screen, "popup.html")
    return float(screen.find("html").get_attribute("data-painted") or 0)
