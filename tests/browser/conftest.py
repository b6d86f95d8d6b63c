"""A world for each test: the practice sites, a real service that knows nobody yet, a real browser paired with it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from tests import wheel
from tests.practice import Practice, Tunnel

from .drivers import START
from .screen import Screen
from .service import Service

BERLIN = ZoneInfo("Europe/Berlin")
JANE = "https://www.linkedin.com/in/jane-doe/"
ACME = "https://www.facebook.com/acme.gmbh"


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
def jane(screen: Screen) -> Screen:
    """Jane Doe of Acme interviewed the user yesterday and has not decided."""
    track(screen, name="Jane Doe", profiles=[JANE])
    return screen


def track(screen: Screen, *, company: str = "Acme GmbH", **said: Any) -> dict[str, Any]:
    """Track somebody as the popup does; with an interview yesterday unless another is said."""
    interviews = said.pop("interviews", [interview(days=-1)])
    body = {"id": str(uuid4()), "company": company, "interviews": interviews, **said}
    answer = screen.tell({"kind": "request", "method": "POST", "path": "/track", "body": body})
    assert answer.get("status") in {200, 201}, answer
    found: dict[str, Any] = answer["body"]
    return found


def interview(**ahead: float) -> dict[str, str]:
    """An interview of an hour that begins so long from now."""
    starts = datetime.now(BERLIN).replace(microsecond=0) + timedelta(**ahead)
    return {"starts": starts.isoformat(), "ends": (starts + timedelta(hours=1)).isoformat()}
