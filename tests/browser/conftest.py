"""A world for each test: the practice sites, a real service that knows nobody yet, a real browser paired with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import wheel
from tests.practice import Practice, Tunnel

from .arena import Page
from .battery import Site
from .drivers import START
from .hostile import Hostile
from .screen import Screen
from .service import Service
from .tracking import JANE, track


@pytest.fixture(scope="session")
def practice() -> Iterator[Practice]:
    with Practice() as running:
        yield running


@pytest.fixture(scope="session")
def tunnel(practice: Practice) -> Iterator[Tunnel]:
    with Tunnel(practice.port, practice.hosts) as running:
        yield running


@pytest.fixture(scope="session")
def poise(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command as it is handed out: from the wheel, in an environment of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    return wheel.install(wheel.build(folder), folder / "environment")


@pytest.fixture(scope="session")
def running_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(tmp_path_factory.mktemp("poise") / "data").start()
    try:
        yield running
    finally:
        running.stop()


@pytest.fixture
def service(running_service: Service) -> Iterator[Service]:
    """The service, running again after a test that stopped it."""
    yield running_service
    if not running_service.running:
        running_service.start()


@pytest.fixture(scope="session", params=START)
def browser(request: pytest.FixtureRequest, tunnel: Tunnel, running_service: Service) -> Iterator[Screen]:
    started = START[request.param](tunnel.port)
    try:
        screen = Screen(started)
        screen.pair(running_service.say("pair", "--print").strip(), running_service.port)
        screen.close_other_tabs()  # the welcome
        yield screen
    finally:
        started.driver.quit()


@pytest.fixture
def screen(browser: Screen, service: Service, practice: Practice) -> Iterator[Screen]:  # noqa: ARG001 - it has to run
    """A browser paired with a service that knows nobody yet."""
    browser.open("about:blank")
    browser.forget_everybody()
    practice.clear()
    yield browser
    browser.close_other_tabs()


@pytest.fixture
def site(screen: Screen, practice: Practice) -> Site:
    """The practice LinkedIn, while nobody is tracked."""
    return Site(screen, practice, "linkedin")


@pytest.fixture
def jane(screen: Screen) -> Screen:
    """Jane Doe of Acme interviewed the user yesterday and has not decided."""
    track(screen, name="Jane Doe", profiles=[JANE])
    return screen


@pytest.fixture
def page(jane: Screen, practice: Practice, tunnel: Tunnel) -> Iterator[Page]:
    """Jane Doe has not decided; the page of hers that can be opened is hostile."""
    page = Page(jane, Hostile().served_by(practice, tunnel), practice)
    yield page
    page.close_pages_of_ours()
