"""What only a browser can see is wrong, said by the popup with its mend; and versions of extension and service that differ."""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen
from uuid import UUID

import pytest
from selenium.common.exceptions import WebDriverException

from tests.practice import Practice, Tunnel

from .battery import Site
from .finding import WORDS, says
from .hostile import HOST, Hostile
from .screen import Screen
from .service import Service
from .standing import comes_to, state_of
from .test_popup import popup
from .test_service_down import CONNECT
from .waiting import until


@pytest.fixture
def site(jane: Screen, practice: Practice) -> Site:
    return Site(jane, practice, "linkedin")


def test_nothing_is_said_where_nothing_is_wrong(site: Site) -> None:
    site.open("/in/jane-doe/")
    with popup(site.screen):
        says(site.screen)
        assert site.screen.find("#state").get_attribute("data-kind") == "guarding"


@pytest.mark.entry("X23")
def test_a_page_that_the_map_no_longer_fits_is_noticed_when_it_rests_and_forgotten_when_one_fits_again(
    jane: Screen, practice: Practice, tunnel: Tunnel
) -> None:
    Hostile().served_by(practice, tunnel)  # its profiles have no top card
    jane.open(practice.url("/in/jane-doe/", host=HOST))
    comes_to(jane, silent=["linkedin"])
    with popup(jane):
        says(jane, "map_silent")
        assert "LinkedIn" in jane.find("#state").text
    jane.open(practice.url("/in/jane-doe/"))
    comes_to(jane, silent=[])


def test_opening_the_popup_listens_to_the_canary_of_anybodys_page(
    screen: Screen, practice: Practice, tunnel: Tunnel
) -> None:
    Hostile().served_by(practice, tunnel)
    screen.open(practice.url("/in/sam-poe/", host=HOST))
    with popup(screen):
        says(screen, "map_silent")
    screen.open(practice.url("/in/sam-poe/"))
    with popup(screen):
        says(screen)


def test_a_tab_that_cannot_be_asked_is_to_be_loaded_anew(screen: Screen, tunnel: Tunnel) -> None:
    tunnel.lost |= {"gone.linkedin.com"}
    with suppress(WebDriverException):  # the browser's own error page, on which no content script runs
        screen.open("https://gone.linkedin.com/in/jane-doe/")
    with popup(screen):
        says(screen, "old_tab")
        assert screen.find('[data-finding="old_tab"] button').text == WORDS["reload"]


@pytest.mark.parametrize("browser", ["chromium"], indirect=True)
def test_brave_is_named_where_nobody_answers(screen: Screen, service: Service) -> None:
    """Brave itself is not at hand: Chromium says that it is Brave, as Brave does."""
    service.stop()
    script = {"source": "navigator.brave = { isBrave: async () => true }"}
    with screen.on_our_page():
        added = screen.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", script)
    with popup(screen):
        says(screen, "brave_shields", "absent")
        screen.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


def test_a_key_that_was_revoked(jane: Screen, service: Service) -> None:
    kind = jane.browser.name.capitalize()
    keyid = [one["keyid"] for one in service.ask("browsers") if one["name"].startswith(kind)][-1]
    service.say("browsers", "revoke", keyid)
    try:
        with popup(jane):
            says(jane, "refused")
        assert WORDS["finding_refused"] in jane.api("api.action.getTitle({})")
    finally:
        jane.pair(service.say("pair", "--print").strip(), service.port)
    with popup(jane):
        says(jane)


def test_a_clock_that_was_set_back(jane: Screen, service: Service) -> None:
    service.stop()  # which would give a snapshot of the new time
    jane.api(
        "api.storage.local.get('meta').then(({ meta }) => api.storage.local.set({ meta: { ...meta, made: Date.now() + 3600000 } }))"
    )
    with popup(jane):
        says(jane, "clock_moved", "absent")


def test_a_full_disk_is_said_and_what_waits_is_written_down_later(site: Site, service: Service) -> None:
    site.open("/in/jane-doe/")
    with full_disk(service):
        site.holds(CONNECT, "mouse", rule="connect-before-decision")
        site.screen.choose("cancel")
        comes_to(site.screen, queued=1)
        with popup(site.screen):
            says(site.screen, "disk_full")
    with popup(site.screen):
        says(site.screen)
    assert state_of(site.screen)["queued"] == 0


@contextmanager
def full_disk(service: Service) -> Iterator[None]:
    """The service may not make any file longer, which is what it meets on a full disk."""
    before = resource.prlimit(service.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.prlimit(service.pid, resource.RLIMIT_FSIZE, before)


NOBODY = {"id": str(UUID(int=7)), "interviewer": str(UUID(int=7))}
AT = "2026-01-05T14:00:00.000Z"


def delivered(screen: Screen, **body: str) -> None:
    """What waited to be told is taken or refused, and waits no longer."""
    letter = {"method": "POST", "path": "/interactions", "body": NOBODY | body | {"at": AT}}
    screen.api(f"api.storage.local.set({{ queue: [{json.dumps(letter)}] }})")
    screen.renew()
    comes_to(screen, queued=0)


def test_what_the_service_will_never_write_down_is_said_but_not_what_is_about_somebody_forgotten(
    jane: Screen,
) -> None:
    delivered(jane, kind="message", channel="linkedin")
    with popup(jane):
        says(jane)
    delivered(jane, kind="of another version")
    with popup(jane):
        says(jane, "not_taken")
    jane.api(
        "api.storage.local.get('lost').then(({ lost }) => api.storage.local.set({ lost: { ...lost, until: 0 } }))"
    )
    with popup(jane):
        says(jane)


@pytest.mark.parametrize(("api", "finding"), [(2, "extension_outdated"), (0, "service_outdated")])
def test_versions_apart_are_said_and_guarded_from_the_snapshot_and_nothing_is_lost(
    site: Site, service: Service, api: int, finding: str
) -> None:
    screen = site.screen
    with of_another_time(service, api):
        with popup(screen):
            says(screen, finding)
        assert screen.badge() == "1"
        assert WORDS[f"finding_{finding}"] in screen.api("api.action.getTitle({})")
        site.open("/in/jane-doe/")
        site.holds(CONNECT, "mouse", rule="connect-before-decision")
        until(lambda: "did not answer" in screen.warning().text, "the age of what is known")
        screen.choose("cancel")
        comes_to(screen, queued=1)
    service.start()
    screen.renew()
    screen.renew()
    state = state_of(screen)
    assert (state["trouble"], state["queued"]) == (None, 0)
    assert WORDS[f"finding_{finding}"] not in screen.api("api.action.getTitle({})")


@contextmanager
def of_another_time(service: Service, api: int) -> Iterator[None]:
    """In the place of the service one that says it speaks another version of the API, with the same data."""
    service.stop()
    code = f"import poise.config; poise.config.API = {api}; from poise.cli import main; main()"
    words = ["serve", "--port", str(service.port), "--data-dir", str(Path(service.folder))]
    with subprocess.Popen(
        [sys.executable, "-c", code, *words], stdout=subprocess.PIPE, env=service.environment
    ) as other:
        assert other.stdout
        other.stdout.readline()
        with urlopen(f"http://127.0.0.1:{service.port}/api/v1/health") as answer:
            assert json.load(answer)["api"] == api  # awake, or its first answer may come too late to be read
        try:
            yield
        finally:
            other.terminate()


def test_the_welcome_says_how_to_pin_the_icon_here_and_what_is_not_guarded(screen: Screen) -> None:
    pin = {"chromium": "pinInChromium", "firefox": "pinInFirefox"}[screen.browser.name]
    with screen.on_our_page():
        screen.open(screen.browser.page("welcome.html"))
        assert until(lambda: screen.find("#pin").text, "how to pin the icon") == WORDS[pin]
        limits = screen.find("#limits").text
        screen.open(screen.browser.page("options.html"))
    for said in ("phone", "Private windows", "Other browsers", "other profiles"):
        assert said in limits
