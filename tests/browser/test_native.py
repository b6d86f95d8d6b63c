"""Day two: nobody opens a terminal. The browser starts the service by itself, connects without a code, and guards."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.practice import Practice, Tunnel

from .account import PROFILES, Account, answered_by
from .battery import Site
from .impostor import Impostor
from .standing import state_of
from .test_popup import popup, press
from .test_service_down import ANSWERS, CONNECT, NAMES
from .tracking import JANE, track
from .waiting import until


@pytest.fixture(scope="module", params=PROFILES)
def account(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, poise: Path, tunnel: Tunnel
) -> Iterator[Account]:
    """`poise install` was said, the browser opened, and Jane Doe tracked in it."""
    own = Account(tmp_path_factory.mktemp("account") / "home", request.param, poise, tunnel)
    own.install()
    with own.opened() as screen:
        track(screen, name="Jane Doe", profiles=[JANE])
        yield own
    own.stop_service()


@pytest.fixture
def guarded(account: Account, practice: Practice) -> Site:
    practice.clear()
    account.screen.open("about:blank")
    account.screen.renew()
    assert account.screen.badge() == "1"
    return Site(account.screen, practice, "linkedin")


# As on a busy machine: whoever calls first waits longer than the extension does for a service that is awake.
SLOW_TO_WAKE = """import socket, time
accept = socket.socket.accept
def late(listening):
    socket.socket.accept = accept
    time.sleep(2.5)
    return accept(listening)
socket.socket.accept = late
"""


@contextmanager
def slow_to_wake(account: Account, folder: Path) -> Iterator[None]:
    """Whatever the host starts meanwhile answers late at first."""
    launcher = account.folder.native / "poise-host"
    before = launcher.read_text()
    (folder / "sitecustomize.py").write_text(SLOW_TO_WAKE)
    launcher.write_text(before.replace("\nexec ", f"\nexport PYTHONPATH={folder}\nexec "))
    try:
        yield
    finally:
        launcher.write_text(before)


def test_a_click_starts_the_service_and_gets_its_verdict(
    account: Account, guarded: Site, tmp_path: Path
) -> None:
    with slow_to_wake(account, tmp_path):
        assert account.stop_service()
        guarded.open("/in/jane-doe/")
        guarded.holds(CONNECT, "mouse", rule="connect-before-decision")
        until(lambda: account.folder.alive(), "the service, started by the click", timeout=20)
        assert answered_by(guarded.screen) == "service"
    guarded.screen.choose("cancel")
    assert len(account.keys()) == 1


def test_another_program_on_the_port_learns_nothing_and_is_named_on_the_badge(
    account: Account, guarded: Site
) -> None:
    account.stop_service()
    with Impostor(account.port, ANSWERS["allows with a signature of its own"]) as other:
        guarded.open("/in/jane-doe/")
        guarded.holds(CONNECT, "mouse", rule="connect-before-decision")
        until(lambda: guarded.screen.badge() == "!", "the badge that says so", timeout=30)
        title = guarded.screen.api("api.action.getTitle({})")
        assert title.startswith("Another program answers in the place of Poise.")
        guarded.screen.choose("cancel")
        assert other.heard
        (key,) = account.keys().values()
        assert [name for name in (*NAMES, key.encode()) if name in other.heard] == []
    assert guarded.sent == []
    guarded.screen.renew()
    assert guarded.screen.badge() == "1"


def test_a_key_that_was_revoked_comes_back_only_when_the_user_asks(account: Account, guarded: Site) -> None:
    (keyid,) = account.keys()
    account.say("browsers", "revoke", keyid)
    for _ in range(2):
        guarded.screen.renew()
        assert guarded.screen.badge() == "!"
        assert state_of(guarded.screen)["trouble"] == "refused"
    assert account.keys() == {}
    with popup(guarded.screen):
        press(guarded.screen, '[data-do="connect"]')
        until(lambda: account.keys(), "a new key", timeout=20)
    until(lambda: guarded.screen.badge() == "1", "the badge")


def test_a_browser_that_was_disconnected_stays_so(account: Account, guarded: Site) -> None:
    guarded.screen.tell({"kind": "unpair"})
    guarded.screen.renew()
    assert state_of(guarded.screen)["trouble"] == "unpaired"
    assert guarded.screen.badge() == "!"
    assert guarded.screen.tell({"kind": "connect"}) == {"paired": True}
    assert guarded.screen.badge() == "1"
    assert len(account.keys()) == 1
