"""Everything that the demo runs on, started together and ended together."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.drivers import Browser
from tests.browser.screen import Screen
from tests.browser.service import Service
from tests.practice import Practice, Tunnel

from . import samples


@dataclass(frozen=True)
class World:
    """The practice sites, the service that knows the sample interviewers, and a browser paired with it."""

    practice: Practice
    service: Service
    screen: Screen


@contextmanager
def world(start: Callable[[int], Browser], sites: Practice | None = None) -> Iterator[World]:
    """`start` opens a browser behind the proxy on the port it is given. All of it ends with the block."""
    with (
        sites or Practice() as practice,
        Tunnel(practice.port, practice.hosts) as tunnel,
        TemporaryDirectory(prefix="poise-demo-") as folder,
        _serving(Service(Path(folder) / "data")) as service,
        _opened(start(tunnel.port)) as browser,
    ):
        samples.tell(service)
        screen = Screen(browser)
        screen.pair(service.say("pair", "--print").strip(), service.port)
        yield World(practice, service, screen)


@contextmanager
def _serving(service: Service) -> Iterator[Service]:
    try:
        yield service.start()
    finally:
        service.stop()


@contextmanager
def _opened(browser: Browser) -> Iterator[Browser]:
    try:
        yield browser
    finally:
        browser.driver.quit()
