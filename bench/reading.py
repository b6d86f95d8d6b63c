"""A saved page read: by the service's reader, beside BeautifulSoup's parsing alone, and by the command, beside one that does nothing."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bs4 import BeautifulSoup

from bench.commands import bare_command, ran
from bench.measure import Figure, median
from poise.sites.reader import read
from tests.server.wire import POISE
from tests.sites.examples import examples, maps
from tests.sites.reading_time import CARD, URL

TURNS = 9
LARGE = (
    "<title>Jane Doe | LinkedIn</title><main>" + "".join(map(CARD.format, range(480))) + "<p>text</p>" * 9_000
)


def figures(quick: bool) -> Iterator[Figure]:
    turns = TURNS // 3 if quick else TURNS
    small = max(examples(), key=lambda example: len(example.html))
    pages = {"a small page": (small.html, small.url), "a page of 14,000 elements": (LARGE, URL)}
    bare = bare_command(turns)
    for name, (html, url) in pages.items():
        parsed = _milliseconds(partial(BeautifulSoup, html, "lxml"), turns)
        own = _milliseconds(partial(read, maps(), html, url), turns)
        yield Figure(f"{name} read, median", own, "ms", parsed)
        with TemporaryDirectory() as folder:
            page = Path(folder) / "page.html"
            page.write_text(html, encoding="utf-8")
            took = median([ran([POISE, "read-page", page, "--url", url]) for _ in range(turns)])
        yield Figure(f"`poise read-page`, {name}", took, "s", bare)


def _milliseconds(act: Callable[[], object], turns: int) -> float:
    def once() -> float:
        begun = time.perf_counter()
        act()
        return (time.perf_counter() - begun) * 1000

    return median([once() for _ in range(turns)])
