"""How soon the windows of ours are painted: the popup, and the warning of quiet mode."""

from collections.abc import Iterator

from bench.measure import Figure, median
from bench.world import browsing
from tests.browser.battery import Site
from tests.browser.drivers import START
from tests.browser.screen import Screen
from tests.browser.test_popup import popup
from tests.browser.test_quiet import CLOSE, QUESTIONS, held
from tests.browser.waiting import until

TIMES = 20


def figures(quick: bool) -> Iterator[Figure]:
    times = TIMES // 5 if quick else TIMES
    for name in START:
        with browsing(name) as (screen, practice):
            site = Site(screen, practice, "linkedin")
            opened = [_popup(screen) for _ in range(times)]
            screen.tell({"kind": "quiet", "quiet": True})
            site.open("/in/jane-doe/")
            asked = [_asked(site) for _ in range(times)]
        yield Figure(f"{name}: popup painted, median", median(opened), "ms", aim="at most 100 ms")
        yield Figure(
            f"{name}: quiet mode, click to its window painted, median",
            median(asked),
            "ms",
            aim="at most 500 ms",
        )


def _popup(screen: Screen) -> int:
    with popup(screen):
        return int(screen.find("html").get_attribute("data-painted") or 0)


def _asked(site: Site) -> int:
    took = held(site)
    site.screen.api(CLOSE)
    until(lambda: site.screen.api(QUESTIONS) == [], "the question gone")
    return took
