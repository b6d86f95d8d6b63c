"""`poise install` tells every browser that is here, `poise uninstall` takes all of it away again."""

import json
import re
from contextlib import suppress
from pathlib import Path

import pytest

from poise.config import Folder
from poise.launch import finding
from poise.launch.extension import ROOT
from poise.made import Made
from poise.native import launcher
from poise.native.browsers import Found, Sandbox, find, found, kinds
from poise.native.machine import Machine
from poise.native.manifests import State, leads_to, register
from poise.native.manifests import installed as state_of
from poise.native.starting import stop
from tests.server.native.calling import CHROMIUM, ask
from tests.server.native.conftest import Account

BOTH = {"chromium": ".config/chromium/NativeMessagingHosts", "firefox": ".mozilla/native-messaging-hosts"}


def test_each_browser_gets_a_manifest_that_names_our_extension_alone(installed: Account) -> None:
    said = {
        name: json.loads((installed.home / place / "poise.host.json").read_text())
        for name, place in BOTH.items()
    }
    assert said["chromium"]["allowed_origins"] == [f"{CHROMIUM}/"]
    assert said["firefox"]["allowed_extensions"] == ["poise@poise.example"]
    assert {one["path"] for one in said.values()} == {str(installed.launcher)}
    assert not (installed.home / ".config/vivaldi").exists()


@pytest.mark.entry("P09")
@pytest.mark.parametrize("words", [(), ("--autostart",)], ids=str)
def test_uninstall_leaves_every_file_as_it_was(account: Account, words: tuple[str, ...]) -> None:
    (account.home / ".config/systemd").mkdir()
    before = account.files()
    assert account.poise("install", "--port", "0", *words).returncode == 0
    assert ask(account.launcher, {"ask": "start"}).code == 0
    done = account.poise("uninstall")
    assert done.returncode == 0, done.stderr
    assert account.folder.alive() is None
    assert (
        account.files().keys() - {".local/share/poise/lock", ".local/share/poise/terminal.key"}
        == before.keys()
    )


@pytest.mark.entry("P09")
def test_a_service_that_was_stopped_is_gone_to_its_last_thread(installed: Account) -> None:
    ask(installed.launcher, {"ask": "start"})
    running = installed.folder.alive()
    assert running
    assert stop(installed.folder)
    with suppress(FileNotFoundError):  # nobody may have asked yet what came of it
        assert Path(f"/proc/{running.pid}/cmdline").read_bytes() == b""


@pytest.mark.entry("P09")
def test_uninstall_with_data_leaves_nothing_of_poise_and_nothing_else_is_touched(installed: Account) -> None:
    ask(installed.launcher, {"ask": "start"})
    foreign = installed.folder.path / "poise.txt"
    foreign.write_text("mine")
    other = installed.home / ".mozilla/native-messaging-hosts/other.json"
    other.write_text("{}")
    done = installed.poise("uninstall", "--data")
    assert "poise.txt" in done.stdout
    assert list(installed.folder.path.iterdir()) == [foreign]
    assert other.exists()
    foreign.unlink()
    installed.poise("uninstall", "--data")
    assert not installed.folder.path.exists()


@pytest.mark.entry("P09")
def test_empty_folders_that_poise_made_go_with_it_and_no_others(tmp_path: Path) -> None:
    home = tmp_path / "home"
    account = Account(home, Folder(home / ".local/share/poise"), tmp_path / "bin")
    (home / ".config/chromium").mkdir(parents=True)
    account.programs.mkdir()
    before = account.files()
    for end in ((), ("--data",)):
        assert account.poise("install", "--port", "0", "--autostart").returncode == 0
        assert account.poise("uninstall", *end).returncode == 0
        assert account.files() == before
    account.poise("install", "--port", "0", "--browser", "firefox")
    account.poise("list")
    account.poise("uninstall")
    (home / ".local/bin").mkdir()
    account.poise("uninstall", "--data")
    assert account.files() == {**before, ".local": None, ".local/bin": None}


def test_uninstalling_twice_is_as_good_as_once(installed: Account) -> None:
    assert [installed.poise("uninstall").returncode for _ in range(2)] == [0, 0]


def test_the_host_of_another_data_folder_is_left_to_it(installed: Account, tmp_path: Path) -> None:
    other = Folder(tmp_path / "other")
    assert installed.poise("install", "--port", "0", "--data-dir", str(other.path)).returncode == 0
    chromium = installed.browser("chromium")
    assert state_of(chromium, installed.folder, installed.machine) is State.ELSEWHERE
    assert state_of(chromium, other, installed.machine) is State.READY
    installed.poise("uninstall")
    assert state_of(chromium, other, installed.machine) is State.READY


def test_states_are_told_apart(installed: Account) -> None:
    chromium, manifest = installed.browser("chromium"), installed.home / BOTH["chromium"] / "poise.host.json"

    def state() -> State:
        return state_of(chromium, installed.folder, installed.machine)

    assert state() is State.READY
    whole, script = manifest.read_bytes(), installed.launcher.read_text()
    for damage in (
        b"{",
        b"[]",
        whole.replace(b"stdio", b"other"),
        whole.replace(b"jgnde", b"aaaaa"),
        b"\xff",
    ):
        manifest.write_bytes(damage)
        assert state() is State.DAMAGED
    manifest.write_bytes(whole)
    installed.launcher.write_text(script.replace("/python", "/gone/python"))
    assert state() is State.BROKEN
    installed.launcher.unlink()
    assert state() is State.BROKEN
    manifest.unlink()
    assert state() is State.MISSING
    snap = Found(kinds()["chromium"], Sandbox.SNAP)
    assert state_of(snap, installed.folder, installed.machine) is State.SANDBOXED


def test_installing_again_mends_what_was_damaged(installed: Account) -> None:
    (installed.home / BOTH["firefox"] / "poise.host.json").write_text("{")
    installed.launcher.unlink()
    assert installed.poise("install", "--port", "0").returncode == 0
    assert state_of(installed.browser("firefox"), installed.folder, installed.machine) is State.READY


def test_a_place_that_cannot_be_written_to_is_said_and_the_others_are_done(account: Account) -> None:
    (account.home / ".mozilla/native-messaging-hosts").write_text("in the way")
    done = account.poise("install", "--port", "0")
    assert done.returncode == 1
    assert "Firefox: " in done.stdout
    assert "cannot be written to" in done.stdout
    assert "Chromium: ready." in done.stdout


def test_an_entry_at_login_that_cannot_be_made_is_said_and_the_browsers_are_done(account: Account) -> None:
    (account.home / ".config/systemd").write_text("in the way")
    done = account.poise("install", "--port", "0", "--autostart")
    assert (done.returncode, done.stderr) == (1, "")
    assert "Chromium: ready." in done.stdout
    assert "When you log in it does not start: " in done.stdout


def test_it_says_how_the_extension_gets_in_and_the_program_away(account: Account, tmp_path: Path) -> None:
    assert "`poise extension --out poise-extension`" in account.poise("install", "--port", "0").stdout
    said = account.poise("extension", "--out", str(tmp_path / "laid")).stdout
    assert all(f"choose {tmp_path / 'laid'}{file}\n" in said for file in ("", "/manifest.json"))
    assert f"the folder {ROOT}" in account.poise("uninstall").stdout


def test_without_a_browser_it_says_which_there_could_be(account: Account) -> None:
    (account.home / ".mozilla").rmdir()
    (account.home / ".config/chromium").rmdir()
    done = account.poise("install")
    assert (done.returncode, "No browser was found" in done.stdout) == (1, True)


def test_sandboxes_are_seen_and_the_code_is_offered(account: Account) -> None:
    (account.home / ".config/chromium").rmdir()
    (account.home / ".local/share/flatpak/app/org.chromium.Chromium").mkdir(parents=True)
    assert find(kinds()["chromium"], account.machine) == Found(kinds()["chromium"], Sandbox.FLATPAK)
    done = account.poise("install", "--browser", "chromium")
    assert done.returncode == 1
    assert "flatpak" in done.stdout
    assert "poise pair" in done.stdout


@pytest.mark.parametrize("name", ["firefox", "chromium"])
def test_a_snap_is_seen_behind_the_script_that_starts_it(
    account: Account, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    snap = account.home.parent / "snap/bin" / name
    snap.parent.mkdir(parents=True)
    for program, script in ((snap, "exit 1"), (account.programs / name, f'exec {snap} "$@"')):
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
    monkeypatch.setattr(finding, "SNAP", re.compile(rb"/[^ ]*/snap/bin/([a-z0-9-]+)"))  # the test's own snaps
    assert find(kinds()[name], account.machine) == Found(kinds()[name], Sandbox.SNAP)


def test_a_snap_of_firefox_may_ask_the_system_that_of_chromium_may_not() -> None:
    assert Found(kinds()["firefox"], Sandbox.SNAP).can_start
    assert not Found(kinds()["chromium"], Sandbox.SNAP).can_start
    assert not Found(kinds()["firefox"], Sandbox.FLATPAK).can_start


@pytest.mark.parametrize("name", kinds())
def test_macos_places_are_written_to_as_well(tmp_path: Path, name: str) -> None:
    """Brave looks into Chrome's folder too."""
    machine, folder = Machine("darwin", tmp_path, {"PATH": ""}), Folder(tmp_path / "data")
    hosts = kinds()[name].hosts(machine)
    hosts[0].parent.mkdir(parents=True)
    assert kinds()[name] in [one.kind for one in found(machine)]
    folder.native.mkdir(parents=True)
    launched = launcher.launcher_in(folder.native, machine)
    launcher.write(launched, launcher.launch_of(folder, 27182), machine)
    register(kinds()[name], folder, machine, Made())
    assert all((place / "poise.host.json").is_file() for place in hosts)
    assert state_of(Found(kinds()[name]), folder, machine) is State.READY


@pytest.mark.parametrize("platform", ["linux", "win32"])
@pytest.mark.parametrize("name", ["data", "my data", 'it\'s 100% "mine" $HOME'])
def test_a_launcher_says_what_it_starts_whatever_the_folder_is_called(
    tmp_path: Path, platform: str, name: str
) -> None:
    if platform == "win32" and '"' in name:
        name = "it's 100% mine"  # no name there has quotes
    machine, folder = Machine(platform, tmp_path, {}), Folder(tmp_path / name)
    folder.path.mkdir()
    path = launcher.launcher_in(folder.path, machine)
    launcher.write(path, launcher.launch_of(folder, 1234), machine)
    assert launcher.read(path) == launcher.launch_of(folder, 1234)


def test_what_a_browser_would_start_can_be_asked(installed: Account) -> None:
    launch = leads_to(kinds()["chromium"], installed.machine)
    assert launch is not None
    assert launch.folder == installed.folder.path
