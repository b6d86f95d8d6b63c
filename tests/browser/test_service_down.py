"""When the service is not there, or somebody else is in its place: still held, said plainly, told nothing, lost nothing."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.practice import Practice, Tunnel

from . import background
from .arena import choices
from .battery import Site
from .drivers import chromium
from .impostor import Impostor
from .screen import Screen
from .service import Service
from .standing import comes_to, state_of
from .tracking import JANE, track
from .waiting import until

CONNECT = "connect jane-doe top"
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
ALLOW = json.dumps({"verdict": "allow", "id": "1", "rule": None}).encode()
ANSWERS = {
    "hangs": b"",
    "talks no HTTP": b"what?\r\n\r\n",
    "allows without a signature": OK + b"Content-Length: %d\r\n\r\n" % len(ALLOW) + ALLOW,
    "allows with a signature of its own": OK
    + b'Signature-Input: poise=("@status" "content-digest");created=1;nonce="x";keyid="y";alg="hmac-sha256"\r\n'
    + b"Signature: poise=:AAAA:\r\nContent-Length: %d\r\n\r\n" % len(ALLOW)
    + ALLOW,
}
NAMES = (b"jane", b"Jane", b"Acme", b"acme", b"linkedin")


@pytest.fixture
def site(jane: Screen, practice: Practice) -> Site:
    return Site(jane, practice, "linkedin")


@pytest.fixture
def impostor(service: Service) -> Iterator[Callable[[bytes], Impostor]]:
    """Somebody else on the service's port, once it has stopped."""
    taken: list[Impostor] = []

    def take(answer: bytes) -> Impostor:
        service.stop()
        taken.append(Impostor(service.port, answer).__enter__())
        return taken[0]

    yield take
    for one in taken:
        one.__exit__()


@pytest.mark.entry("X19")
@pytest.mark.parametrize("kind", ANSWERS)
def test_whoever_took_the_port_is_told_nothing_and_believed_nothing(
    site: Site, impostor: Callable[[bytes], Impostor], kind: str
) -> None:
    site.open("/in/jane-doe/")
    other = impostor(ANSWERS[kind])
    warning = site.holds(CONNECT, "mouse", rule="connect-before-decision")
    until(lambda: "did not answer" in site.screen.warning().text, "the age of what is known")
    assert warning.get_attribute("data-verdict") == "hold"
    site.screen.choose("cancel")
    assert [name for name in NAMES if name in other.heard] == []
    assert site.sent == []


def test_what_was_chosen_and_sent_meanwhile_is_told_once_the_service_is_back(
    site: Site, service: Service
) -> None:
    before = choices(service)
    service.stop()
    site.open("/in/jane-doe/")
    site.holds(CONNECT, "mouse", rule="connect-before-decision")
    site.screen.choose("send_anyway")
    site.passes(CONNECT)
    site.passes("dialog send jane-doe")
    comes_to(site.screen, queued=2)  # the choice, and what was sent
    service.start()
    site.screen.renew()
    assert state_of(site.screen)["queued"] == 0
    assert [choice for _, choice in choices(service) - before] == ["sent_anyway"]
    told = site.screen.tell({"kind": "request", "method": "GET", "path": "/interactions"})["body"]["items"]
    assert [one["kind"] for one in told] == ["connect"]


def test_pause_lets_clicks_go_and_says_so_on_the_badge(site: Site) -> None:
    pauses: list[dict[str, object]] = [
        {"until": None, "sites": [], "over": True},
        {"until": 4_102_444_800_000, "sites": [], "over": False},
    ]
    for pause in pauses:
        site.screen.tell({"kind": "pause", "pause": pause})
        assert site.screen.badge() == "!"
        site.open("/in/jane-doe/")
        site.passes(CONNECT)
    site.screen.tell({"kind": "pause", "pause": None})
    assert site.screen.badge() == "1"
    site.open("/in/jane-doe/")
    site.holds(CONNECT, "mouse", rule="connect-before-decision")
    site.screen.choose("cancel")


@pytest.mark.entry("X18")
def test_a_background_that_was_ended_holds_and_asks_as_before(site: Site) -> None:
    site.open("/in/jane-doe/")
    background.end(site.screen)
    site.holds(CONNECT, "mouse", rule="connect-before-decision")
    site.screen.choose("cancel")
    assert site.screen.badge() == "1"


def test_after_a_restart_of_the_browser_the_badge_is_right_and_clicks_are_held(
    tmp_path: Path, tunnel: Tunnel, practice: Practice, service: Service
) -> None:
    profile = tmp_path / "profile"
    first = chromium(tunnel.port, profile=profile)
    try:
        screen = Screen(first)
        screen.pair(service.say("pair", "--print").strip(), service.port)
        screen.forget_everybody()
        track(screen, name="Jane Doe", profiles=[JANE])
        assert screen.badge() == "1"
    finally:
        first.driver.quit()
    again = chromium(tunnel.port, profile=profile)
    try:
        screen = Screen(again)
        until(lambda: screen.badge() == "1", "the badge after the restart")
        site = Site(screen, practice, "linkedin")
        site.open("/in/jane-doe/")
        site.holds(CONNECT, "mouse", rule="connect-before-decision")
    finally:
        again.driver.quit()
