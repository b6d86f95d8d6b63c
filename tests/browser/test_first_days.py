"""A fresh account, from the wheel to the uninstall: nothing is said in a terminal but `poise install`."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from poise.native.browsers import kinds
from poise.native.machine import Machine
from tests.practice import Practice, Tunnel

from .account import PROFILES, Account, answered_by
from .battery import Site
from .test_service_down import CONNECT
from .tracking import JANE, track
from .waiting import until


@pytest.fixture(params=PROFILES)
def account(request: pytest.FixtureRequest, tmp_path: Path, poise: Path, tunnel: Tunnel) -> Iterator[Account]:
    own = Account(tmp_path / "home", request.param, poise, tunnel)
    yield own
    if own.folder.path.exists():
        own.stop_service()


def is_held(account: Account, practice: Practice) -> None:
    site = Site(account.screen, practice, "linkedin")
    site.open("/in/jane-doe/")
    site.holds(CONNECT, "mouse", rule="connect-before-decision")
    assert answered_by(account.screen) == "service"
    site.screen.choose("cancel")
    assert site.sent == []


def processes(account: Account) -> list[int]:
    """What runs with this account's data."""
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError):
            words = (entry / "cmdline").read_bytes() if entry.name.isdigit() else b""
            if bytes(account.folder.path) in words:
                found.append(int(entry.name))
    return found


def test_installed_guarded_restarted_guarded_and_removed_without_a_trace(
    account: Account, practice: Practice
) -> None:
    practice.clear()
    before = with_files_of_others(account)
    account.install()
    with account.opened() as screen:
        track(screen, name="Jane Doe", profiles=[JANE])
        is_held(account, practice)
        until(lambda: screen.badge() == "1", "the badge")
    keys = account.keys()
    assert len(keys) == 1
    restart(account)
    with account.opened() as screen:
        until(lambda: account.folder.alive(), "the service, started with the browser", timeout=20)
        until(lambda: screen.badge() == "1", "the badge after the restart")
        is_held(account, practice)
    assert account.keys() == keys
    assert processes(account)
    account.say("uninstall", "--data")
    assert processes(account) == []
    assert account.files() == before


def with_files_of_others(account: Account) -> dict[str, bytes]:
    """All files of the account, among them what another program has put where Poise will."""
    for hosts in kinds()[account.browser].hosts(Machine("linux", account.home, {})):
        hosts.mkdir(parents=True)
        (hosts / "other.json").write_text("{}")
    return account.files()


def restart(account: Account) -> None:
    """What a restart of the machine leaves of the service: nothing, and no time to say so."""
    running = account.folder.alive()
    assert running
    os.kill(running.pid, signal.SIGKILL)
    until(lambda: not account.folder.alive(), "the end of the service")
