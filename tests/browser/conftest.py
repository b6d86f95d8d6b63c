"""A world for each test: the practice sites, a real service with fresh data, a real browser paired with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practice import Practice, Tunnel

from .drivers import START
from .screen import Screen
from .service import Service

JANE = "https://www.linkedin.com/in/jane-doe/"
FORGET = """(async () => {
  await api.storage.local.clear();
  await api.storage.session.clear();
  await api.runtime.sendMessage({ kind: "unpair" });
})()"""


@pytest.fixture(scope="session")
def practice() -> Iterator[Practice]:
    with Practice() as running:
        yield running


@pytest.fixture(scope="session")
def tunnel(practice: Practice) -> Iterator[Tunnel]:
    with Tunnel(practice.port, practice.hosts) as running:
        yield running


@pytest.fixture(scope="session", params=START)
def browser(request: pytest.FixtureRequest, tunnel: Tunnel) -> Iterator[Screen]:
    started = START[request.param](tunnel.port)
    try:
        yield Screen(started)
    finally:
        started.driver.quit()


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    running = Service(tmp_path / "data").start()
    try:
        yield running
    finally:
        running.stop()


@pytest.fixture
def screen(browser: Screen, service: Service, practice: Practice) -> Iterator[Screen]:
    """A browser that has just been paired with a service that knows nobody yet."""
    browser.open("about:blank")
    browser.api(FORGET)
    browser.pair(service.say("pair", "--print").strip(), service.port)
    practice.clear()
    yield browser
    browser.open("about:blank")


@pytest.fixture
def jane(screen: Screen, service: Service) -> Screen:
    """Jane Doe of Acme interviewed the user yesterday and has not decided."""
    service.say("add", "Jane Doe", "--company", "Acme GmbH", "--profile", JANE, "--interview", yesterday())
    screen.renew()
    return screen


def yesterday() -> str:
    from datetime import datetime, timedelta
    from zoneinfo import ZoneInfo

    return (datetime.now(ZoneInfo("Europe/Berlin")) - timedelta(days=1)).strftime("%Y-%m-%d 14:00")
