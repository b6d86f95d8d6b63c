"""The demo's start page: it says that it is for practice, and its buttons are for nobody but itself."""

from collections.abc import Iterator

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from tests.browser.service import Service
from tests.practice import Practice

from .__main__ import demo
from .guide import create_app
from .samples import SAMPLES, tell

OURS = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(tmp_path_factory.mktemp("demo") / "data").start()
    tell(running)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def practice() -> Iterator[Practice]:
    with Practice() as running:
        yield running


@pytest.fixture
def page(practice: Practice, service: Service) -> FlaskClient:
    return create_app(practice, service).test_client()


def stages(service: Service) -> dict[str, str]:
    """Of the people, not of the companies' pages."""
    names = {sample["name"] for sample in SAMPLES}
    return {one["name"]: one["stage"] for one in service.ask("list") if one["name"] in names}


def test_the_samples_are_at_three_stages(service: Service) -> None:
    assert stages(service) == {
        "Jane Doe": "awaiting",
        "Tom Lindqvist": "scheduled",
        "Bjørn Åse-Müller": "offered",
    }


def test_it_says_that_it_is_for_practice_and_names_everybody(page: FlaskClient) -> None:
    text = page.get("/").text
    assert "This is a practice site." in text
    assert all(sample["name"] in text for sample in SAMPLES)
    assert "https://www.linkedin.com/in/jane-doe/" in text


def test_a_decision_can_fall_and_be_taken_back(page: FlaskClient, service: Service) -> None:
    assert page.post("/say/offer", headers=OURS).status_code == 303
    assert stages(service)["Jane Doe"] == "offered"
    assert "Take the offer back" in page.get("/").text
    page.post("/say/no-decision", headers=OURS)
    assert stages(service)["Jane Doe"] == "awaiting"


def test_the_service_can_be_stopped_and_started(page: FlaskClient, service: Service) -> None:
    page.post("/service/stop", headers=OURS)
    assert not service.running
    assert "Start it again" in page.get("/").text
    page.post("/service/start", headers=OURS)
    assert service.running


@pytest.mark.parametrize(
    "headers", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "none"}], ids=str
)
def test_another_page_cannot_press_the_buttons(
    page: FlaskClient, service: Service, headers: dict[str, str]
) -> None:
    assert page.post("/service/stop", headers=headers).status_code == 403
    assert service.running


def test_without_a_display_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    result = CliRunner().invoke(demo)
    assert result.exit_code == 1
    assert "make demo HEADLESS=1" in result.output
    assert "Traceback" not in result.output
