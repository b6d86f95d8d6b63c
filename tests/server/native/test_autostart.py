"""`--autostart`: the entry that each system starts at login, and that it is gone again afterwards."""

import plistlib
import shlex
import sys
from pathlib import Path

import pytest

from poise import config
from poise.config import Folder
from poise.made import Made
from poise.native import autostart
from poise.native.machine import Machine

ODD = "my data 100% $HOME"


def entry_on(platform: str, home: Path, **environment: str) -> tuple[Machine, Path]:
    machine = Machine(platform, home, environment)
    assert not list(home.iterdir())
    entry = autostart.switch_on(Folder(home / ODD), 1234, machine, Made())
    assert entry.exists()
    return machine, entry


def words(home: Path, python: str = sys.executable) -> list[str]:
    return [python, "-P", "-m", "poise", "serve", "--port", "1234", "--data-dir", str(home / ODD)]


def test_linux_gets_a_unit_that_systemd_starts_with_the_session(tmp_path: Path) -> None:
    _, entry = entry_on("linux", tmp_path)
    assert entry == tmp_path / ".config/systemd/user/poise.service"
    wanted = tmp_path / ".config/systemd/user/default.target.wants/poise.service"
    assert wanted.resolve() == entry
    (line,) = [one for one in entry.read_text().splitlines() if one.startswith("ExecStart=")]
    said = line.removeprefix("ExecStart=").replace("%%", "%").replace("$$", "$")
    assert shlex.split(said) == words(tmp_path)


def test_linux_keeps_to_the_folder_that_the_user_has_for_settings(tmp_path: Path) -> None:
    _, entry = entry_on("linux", tmp_path, XDG_CONFIG_HOME=str(tmp_path / "etc"))
    assert entry == tmp_path / "etc/systemd/user/poise.service"


def test_macos_gets_an_agent(tmp_path: Path) -> None:
    _, entry = entry_on("darwin", tmp_path)
    assert entry.parent == tmp_path / "Library/LaunchAgents"
    said = plistlib.loads(entry.read_bytes())
    assert (said["ProgramArguments"], said["RunAtLoad"]) == (words(tmp_path), True)


def test_windows_gets_a_file_that_starts_it_without_a_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "COMMAND", (r"C:\Poise\python.exe", "-P", "-m", "poise"))
    _, entry = entry_on("win32", tmp_path, APPDATA=str(tmp_path / "Roaming"))
    assert entry.parent == tmp_path / "Roaming/Microsoft/Windows/Start Menu/Programs/Startup"
    said = entry.read_bytes().decode()
    assert said.startswith('@echo off\r\nstart "" /b ')
    called = said.splitlines()[1].removeprefix('start "" /b ').replace("%%", "%")
    assert [one.strip('"') for one in called.split('" "')] == words(tmp_path, r"C:\Poise\pythonw.exe")


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_switched_off_nothing_of_it_is_left(tmp_path: Path, platform: str) -> None:
    machine, _ = entry_on(platform, tmp_path)
    autostart.switch_off(machine)
    assert [path for path in tmp_path.rglob("*") if not path.is_dir()] == []
    autostart.switch_off(machine)
