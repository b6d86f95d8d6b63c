"""Between extension and service something goes wrong: held all the same, told once, believed only when it is genuine."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from selenium.webdriver import Firefox

from tests.practice import Practice

from . import background
from .arena import choices
from .battery import Site
from .finding import WORDS, says
from .screen import Screen
from .service import Service
from .standing import comes_to
from .test_popup import popup
from .trouble import Change, Wire, unchanged, wire
from .waiting import until

CONNECT = "connect jane-doe top"
RULE = "connect-before-decision"
HELD = WORDS["stillHeld"].partition("$")[0]
QUESTIONS = (
    "api.storage.session.get(null).then((all) => Object.keys(all).some((key) => key.startsWith('question:')))"
)


def cut_off(_: bytes, answer: bytes) -> bytes:
    return answer[:-20]


def body_changed(_: bytes, answer: bytes) -> bytes:
    """JSON as before, and as long, but not what was said."""
    head, end, body = answer.partition(b"\r\n\r\n")
    return head + end + body.swapcase()


def status_changed(_: bytes, answer: bytes) -> bytes:
    return answer.replace(b"HTTP/1.1 200 OK", b"HTTP/1.1 201 Created")


def of_another_call(_: bytes, answer: bytes) -> bytes:
    return answer.replace(b'nonce="', b'nonce="x')


def lost_once_written(asked: bytes, answer: bytes) -> bytes | None:
    """The service has done what it was told to, and nobody hears of it."""
    return None if asked.startswith(b"POST") else answer


def without_snapshots(asked: bytes, answer: bytes) -> bytes | None:
    return None if b" /api/v1/snapshot" in asked.partition(b"\r\n")[0] else answer


TROUBLES: tuple[Change, ...] = (cut_off, lost_once_written, body_changed, status_changed, of_another_call)


@pytest.fixture
def site(jane: Screen, practice: Practice) -> Site:
    return Site(jane, practice, "linkedin")


@pytest.fixture
def between(service: Service) -> Iterator[Wire]:
    with wire(service) as made:
        yield made


def waits(site: Site, number: int) -> None:
    """So many choices wait to be told."""
    comes_to(site.screen, queued=number)


def written(between: Wire, more_than: int) -> None:
    until(lambda: between.written > more_than, "the choice written down")


@pytest.mark.entry("X19", "A15")
def test_an_answer_that_was_hurt_on_its_way_is_none(site: Site, service: Service, between: Wire) -> None:
    before = choices(service)
    site.open("/in/jane-doe/")
    for number, change in enumerate(TROUBLES, 1):
        name, between.change = change.__name__, change
        site.holds(CONNECT, rule=RULE)
        until(lambda: "did not answer" in site.screen.warning().text, f"the age of what is known: {name}")
        site.screen.choose("cancel")
        waits(site, number)
    between.change = unchanged
    site.screen.renew()
    waits(site, 0)
    assert len(choices(service) - before) == len(TROUBLES)
    assert site.sent == []


@pytest.mark.entry("X18")
def test_a_background_that_ends_while_it_tells_tells_it_once(
    site: Site, service: Service, between: Wire
) -> None:
    """Ended while the call is on its way, and after the service had written it down and before that was heard."""
    before = choices(service)
    site.open("/in/jane-doe/")
    for change in (unchanged, lost_once_written):
        site.holds(CONNECT, rule=RULE)
        until(lambda: site.screen.warning().get_attribute("data-answered"), "the service's own words")
        between.change = change
        if change is unchanged:
            between.open.clear()  # it does not even get there
        told = between.written
        site.screen.choose("cancel")
        waits(site, 1)
        if change is lost_once_written:
            written(between, told)
        background.end(site.screen)
        between.change = unchanged
        between.open.set()
        site.screen.renew()
        waits(site, 0)
    assert len(choices(service) - before) == 2


@pytest.mark.entry("X18")
def test_a_background_that_ends_while_it_asks_leaves_the_question_standing_and_tells_it_once(
    site: Site, service: Service, between: Wire
) -> None:
    before = choices(service)
    site.open("/in/jane-doe/")
    between.open.clear()
    site.holds(CONNECT, rule=RULE)
    until(lambda: site.screen.api(QUESTIONS), "the question on its way")
    background.end(site.screen)
    until(lambda: site.screen.warning().get_attribute("data-answered") == "snapshot", "what is known")
    assert "did not answer" in site.screen.warning().text
    site.screen.choose("cancel")
    waits(site, 1)
    between.open.set()
    site.screen.renew()
    waits(site, 0)
    assert len(choices(service) - before) == 1
    assert site.sent == []


@pytest.mark.entry("X20")
def test_without_a_snapshot_it_says_that_it_does_not_guard_and_holds_nothing_for_ever(
    site: Site, service: Service, between: Wire
) -> None:
    """Never connected; and connected, but what is known never came."""
    screen = site.screen

    def not_guarded(finding: str) -> None:
        site.open("/in/jane-doe/")
        site.passes(CONNECT)
        site.passes("dialog dismiss")
        assert screen.nodes() == 0
        assert screen.badge() == "!"
        assert screen.api("api.action.getTitle({})") == WORDS["notGuarding"]
        with popup(screen):
            says(screen, finding)
            assert screen.find("#state").get_attribute("data-kind") == finding
            assert HELD not in screen.find("#state").text

    screen.tell({"kind": "unpair"})
    not_guarded("unpaired")
    between.change = without_snapshots
    screen.pair(service.say("pair", "--print").strip(), service.port)
    not_guarded("absent")
    between.change = unchanged
    screen.renew()
    site.open("/in/jane-doe/")
    site.refuses(CONNECT, rule=RULE)


@pytest.mark.entry("X22")
def test_offline_everything_works_as_ever(site: Site, service: Service) -> None:
    """Only the page in Chromium, whose emulation would keep its background even from this machine; all of Firefox."""
    before = choices(service)
    site.open("/in/jane-doe/")
    with offline(site.screen):
        assert site.screen.driver.execute_script("return navigator.onLine") is False
        site.holds(CONNECT, rule=RULE)
        until(
            lambda: site.screen.warning().get_attribute("data-answered") == "service", "the service's words"
        )
        site.screen.choose("cancel")
        waits(site, 0)
        until(lambda: len(choices(service) - before) == 1, "the choice written down")


@contextmanager
def offline(screen: Screen) -> Iterator[None]:
    driver = screen.driver

    def set_to(wanted: bool) -> None:
        if isinstance(driver, Firefox):
            with driver.context("chrome"):
                driver.execute_script("Services.io.offline = arguments[0]", wanted)
        else:
            speed = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
            driver.execute_cdp_cmd("Network.enable", {})
            driver.execute_cdp_cmd("Network.emulateNetworkConditions", {"offline": wanted, **speed})

    set_to(True)
    try:
        yield
    finally:
        set_to(False)


@pytest.mark.entry("X21")
def test_the_badge_says_how_many_and_never_a_wrong_number(screen: Screen) -> None:
    later = "new Date(Date.now() + 3600000).toISOString()"
    rows = (
        f"[{{ from: '2020-01-01T00:00:00Z', count, next: null }}, {{ from: {later}, count: 0, next: null }}]"
    )
    put = f"(async (count) => {{ const {{ meta }} = await api.storage.local.get('meta'); await api.storage.local.set({{ meta: {{ ...meta, waiting: {rows} }} }}); }})"
    for count, text in ((0, ""), (1, "1"), (9, "9"), (10, "10"), (99, "99"), (100, "99+"), (1000, "99+")):
        screen.api(f"{put}({count})")
        screen.tell({"kind": "pause", "pause": None})  # says it anew
        assert screen.badge() == text
    turn = screen.api("api.alarms.get('turn').then(({ scheduledTime }) => scheduledTime - Date.now())")
    assert 3_500_000 < turn <= 3_600_000
