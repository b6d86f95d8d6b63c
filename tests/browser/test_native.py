"""Day two: nobody opens a terminal. The browser starts the service by itself, connects without a code, and guards."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from poise.config import Folder
from poise.native.starting import stop
from poise.store.browsers import paired
from tests.practice import Practice, Tunnel
from tests.server.launch.running import free_port
from tests.server.wire import POISE, clean_environment

from .battery import Site
from .conftest import JANE, track
from .drivers import START
from .impostor import Impostor
from .screen import Screen
from .test_service_down import ANSWERS, CONNECT, NAMES
from .waiting import until

PROFILES = {"chromium": ".config/chromium", "firefox": "firefox"}

# Each starts a browser, a service and an account of its own, and waits for what browsers do in their own time.
pytestmark = pytest.mark.long


class Account:
    """A user account of its own: a home with `poise install` done in it, and one browser with its profile."""

    def __init__(self, home: Path, name: str, tunnel: Tunnel) -> None:
        self.home, self.name, self.port = home, name, free_port()
        self.folder = Folder(home / ".local/share/poise")
        self.profile = home / PROFILES[name]
        self.profile.mkdir(parents=True)
        self._tunnel = tunnel

    def say(self, *words: str) -> str:
        own = {name: value for name, value in clean_environment().items() if not name.startswith("XDG_")}
        environment = {**own, "HOME": str(self.home)}
        done = subprocess.run([POISE, *words], capture_output=True, text=True, env=environment, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    @contextmanager
    def browser(self) -> Iterator[Screen]:
        started = START[self.name](self._tunnel.port, profile=self.profile, home=self.home)
        try:
            yield Screen(started)
        finally:
            started.driver.quit()

    def keys(self) -> list[str]:
        """The keys that the service takes."""
        from poise.cli.data import database

        with database(self.folder) as opened, opened.reading() as session:
            return [row.keyid for row in paired(session)]


@pytest.fixture(params=PROFILES)
def account(request: pytest.FixtureRequest, tmp_path: Path, tunnel: Tunnel) -> Iterator[Account]:
    own = Account(tmp_path / "home", request.param, tunnel)
    own.say("install", "--browser", request.param, "--port", str(own.port))
    yield own
    stop(own.folder)


@pytest.fixture
def guarded(account: Account, practice: Practice) -> Iterator[Site]:
    """The browser, started, and Jane Doe tracked in it; no command was said but `poise install`."""
    practice.clear()
    with account.browser() as screen:
        track(screen, name="Jane Doe", profiles=[JANE])
        screen.renew()
        yield Site(screen, practice, "linkedin")


def is_online(screen: Screen) -> bool:
    """Whether the warning was completed by the service: its own words name the source."""
    warning = screen.warning()
    return "Source:" in warning.text and "did not answer" not in warning.text


def test_a_click_starts_the_service_and_gets_its_verdict(account: Account, guarded: Site) -> None:
    assert guarded.screen.badge() == "1"
    assert stop(account.folder)
    guarded.open("/in/jane-doe/")
    guarded.holds(CONNECT, "mouse", rule="connect-before-decision")
    until(lambda: account.folder.alive(), "the service, started by the click", timeout=20)
    until(lambda: is_online(guarded.screen), "its verdict in the warning", timeout=20)
    guarded.screen.choose("cancel")
    assert len(account.keys()) == 1


def test_after_a_restart_of_the_machine_all_is_as_before(account: Account, practice: Practice) -> None:
    with account.browser() as screen:
        track(screen, name="Jane Doe", profiles=[JANE])
    running = account.folder.alive()
    assert running
    os.kill(running.pid, signal.SIGKILL)
    until(lambda: not account.folder.alive(), "the end of the service")
    keys = account.keys()
    with account.browser() as screen:
        until(lambda: account.folder.alive(), "the service, started with the browser", timeout=20)
        until(lambda: screen.badge() == "1", "the badge after the restart")
        site = Site(screen, practice, "linkedin")
        site.open("/in/jane-doe/")
        site.holds(CONNECT, "mouse", rule="connect-before-decision")
        assert account.keys() == keys


def test_another_program_on_the_port_learns_nothing_and_is_named_on_the_badge(
    account: Account, guarded: Site
) -> None:
    stop(account.folder)
    with Impostor(account.port, ANSWERS["allows with a signature of its own"]) as other:
        guarded.open("/in/jane-doe/")
        guarded.holds(CONNECT, "mouse", rule="connect-before-decision")
        until(lambda: guarded.screen.badge() == "!", "the badge that says so", timeout=30)
        title = guarded.screen.api("api.action.getTitle({})")
        assert title.startswith("Another program answers in the place of Poise.")
        guarded.screen.choose("cancel")
        assert other.heard
        assert [name for name in NAMES if name in other.heard] == []
    assert guarded.sent == []
    guarded.screen.renew()
    assert guarded.screen.badge() == "1"


def test_a_key_that_was_revoked_comes_back_only_when_the_user_asks(account: Account, guarded: Site) -> None:
    (keyid,) = account.keys()
    account.say("browsers", "revoke", keyid)
    for _ in range(2):
        guarded.screen.renew()
        assert guarded.screen.badge() == "!"
        assert guarded.screen.tell({"kind": "state"})["trouble"] == "refused"
    assert account.keys() == []
    with guarded.screen.on_our_page():
        driver = guarded.screen.driver
        driver.get(guarded.screen.browser.page("popup.html"))
        until(lambda: driver.find_elements("css selector", "html[data-ready]"), "the popup")
        driver.find_element("css selector", '[data-do="connect"]').click()
        until(lambda: account.keys(), "a new key", timeout=20)
    until(lambda: guarded.screen.badge() == "1", "the badge")


def test_a_browser_that_was_disconnected_stays_so(account: Account, guarded: Site) -> None:
    guarded.screen.tell({"kind": "unpair"})
    guarded.screen.renew()
    assert guarded.screen.tell({"kind": "state"})["trouble"] == "unpaired"
    assert guarded.screen.badge() == "!"
    assert guarded.screen.tell({"kind": "connect"}) == {"paired": True}
    assert guarded.screen.badge() == "1"
    assert len(account.keys()) == 1


def damaged_manifest(account: Account) -> None:
    for manifest in account.home.rglob("poise.host.json"):
        manifest.write_text("{")


def gone_environment(account: Account) -> None:
    launcher = account.folder.native / "poise-host"
    launcher.write_text(launcher.read_text().replace("/python", "/gone/python"))


@pytest.mark.parametrize("harm", [damaged_manifest, gone_environment], ids=lambda harm: harm.__name__)
def test_a_host_that_cannot_help_costs_no_guard(
    account: Account, guarded: Site, harm: Callable[[Account], None]
) -> None:
    stop(account.folder)
    harm(account)
    guarded.open("/in/jane-doe/")
    guarded.holds(CONNECT, "mouse", rule="connect-before-decision")
    until(lambda: "did not answer" in guarded.screen.warning().text, "the age of what is known")
    guarded.screen.choose("cancel")
    assert guarded.screen.tell({"kind": "state"})["queued"] == 1
