"""Without the service, and with another program in its place: still held, nothing told, everything delivered once."""

import json

import pytest

from poise.signing import Key
from tests.practice import Practice

from . import background
from .arena import choices, rows
from .battery import Site, company
from .impostor import Impostor, replies
from .screen import Screen
from .service import Service
from .waiting import until

AT_ONCE = 1.5  # seconds
CONNECT, SEND = "connect jane-doe top", "dialog send jane-doe"


@pytest.fixture
def site(jane: Screen, practice: Practice) -> Site:
    return Site(jane, practice, "linkedin")


def key_of(screen: Screen, service: Service) -> Key:
    """The key that this browser was given."""
    given = (Key(*row) for row in rows(service, "select keyid, secret, origin from browsers"))
    return next(key for key in given if key.origin == screen.browser.extension)


def told(received: list[bytes], key: Key) -> list[bytes]:
    """What among these bytes is nobody's business: names, addresses, the key."""
    private = [
        b"Jane",
        b"jane",
        b"Doe",
        b"Acme",
        b"acme",
        b"/in/",
        b"linkedin.com",
        key.secret,
        key.secret.hex().encode(),
    ]
    return [word for word in private if any(word in one for one in received)]


def held(site: Site) -> str:
    """A press on Connect, held; what the warning says when nothing more is to come from the service."""
    site.open("/in/jane-doe/")
    site.screen.chip()
    site.use(CONNECT)
    warning = until(lambda: site.screen.ours('[role="alertdialog"]'), "the warning", AT_ONCE)
    assert warning.get_attribute("data-rule") == "connect-before-decision"
    site.screen.renew()
    return site.screen.warning().text


def queued(screen: Screen) -> int:
    found: int = screen.tell({"kind": "state"})["queued"]
    return found


def since(service: Service, before: set[tuple[str, str]]) -> list[str]:
    """What was chosen since then."""
    return [choice for _, choice in choices(service) - before]


def test_x19_whoever_answers_in_its_place_is_neither_believed_nor_told_anything(
    site: Site, service: Service
) -> None:
    screen, before, key = site.screen, choices(service), key_of(site.screen, service)
    service.stop()
    for number, (name, (trouble, reply)) in enumerate(replies(key).items(), 1):
        with Impostor(service.port, reply) as other:
            assert "did not answer" in held(site), name
            screen.choose("cancel")
            until(lambda count=number: queued(screen) == count, f"the choice kept: {name}")
            assert screen.tell({"kind": "renew"})["trouble"] == trouble, name
        assert other.received, name
        assert told(other.received, key) == [], name
        assert site.sent == [], name
    service.start()
    assert screen.tell({"kind": "renew"})["trouble"] is None
    assert queued(screen) == 0
    assert since(service, before) == ["cancelled"] * len(replies(key))


def test_nobody_there_is_said_with_the_age_of_what_is_known(site: Site, service: Service) -> None:
    service.stop()
    assert "this is what was known" in held(site)
    site.screen.choose("cancel")
    assert site.screen.tell({"kind": "renew"})["trouble"] == "absent"
    assert site.screen.badge() == "1"


@pytest.mark.parametrize("choice", ["cancel", "send_anyway", "instead", "not_them"])
def test_x18_a_choice_outlives_the_background_and_is_delivered_once(
    site: Site, service: Service, choice: str
) -> None:
    screen, before = site.screen, choices(service)
    service.stop()
    held(site)
    screen.choose(choice)
    until(lambda: queued(screen) == 1, "the choice kept")
    background.end(screen)
    service.start()
    screen.renew()
    assert queued(screen) == 0
    background.end(screen)
    screen.renew()
    assert since(service, before) == ["cancelled" if choice == "cancel" else choice]


def test_x18_ended_in_the_middle_of_asking_and_of_telling(site: Site, service: Service) -> None:
    screen, before = site.screen, choices(service)
    service.stop()
    with Impostor(service.port, lambda _: None) as other:
        site.open("/in/jane-doe/")
        screen.chip()
        site.use(CONNECT)
        screen.warning()
        until(lambda: other.received, "the question")
        background.end(screen)
        screen.choose("cancel")
        until(lambda: queued(screen) == 1, "the choice kept")
        background.end(screen)
    service.start()
    screen.renew()
    until(lambda: queued(screen) == 0, "the choice delivered")
    assert since(service, before) == ["cancelled"]
    assert site.sent == []


def test_what_was_sent_meanwhile_is_taken_down_once(site: Site, service: Service) -> None:
    service.stop()
    held(site)
    site.screen.choose("send_anyway")
    site.passes(CONNECT)
    site.passes(SEND)
    until(lambda: queued(site.screen) == 2, "the choice, and what was sent")
    background.end(site.screen)
    service.start()
    site.screen.renew()
    assert queued(site.screen) == 0
    kept = json.loads(service.say("call", "GET", "/interactions"))["items"]
    assert [(one["kind"], one["channel"]) for one in kept] == [("connect", "linkedin")]


def test_a_choice_about_a_company_s_page_is_delivered_too(
    screen: Screen, service: Service, practice: Practice
) -> None:
    facebook, before = Site(screen, practice, "facebook"), choices(service)
    company(facebook)
    service.stop()
    facebook.open("/acme.gmbh")
    until(lambda: facebook.guards("composer acme.gmbh trigger"), "the guard")
    facebook.use("composer acme.gmbh trigger")
    screen.choose("cancel")
    until(lambda: queued(screen) == 1, "the choice kept")
    service.start()
    screen.renew()
    assert queued(screen) == 0
    assert since(service, before) == ["cancelled"]
