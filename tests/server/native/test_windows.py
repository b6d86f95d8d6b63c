"""Windows, on what its registry would hold: each browser's key, and what it leads to."""

from pathlib import Path

import pytest

from poise.config import Folder
from poise.made import Made
from poise.native import launcher, manifests
from poise.native.browsers import Found, Kind, find, kinds
from poise.native.machine import Machine
from poise.native.manifests import State, installed, register, unregister

KEYS = {
    "chrome": r"Software\Google\Chrome\NativeMessagingHosts\poise.host",
    "chromium": r"Software\Chromium\NativeMessagingHosts\poise.host",
    "brave": r"Software\Google\Chrome\NativeMessagingHosts\poise.host",  # it reads Chrome's
    "edge": r"Software\Microsoft\Edge\NativeMessagingHosts\poise.host",
    "vivaldi": r"Software\Google\Chrome\NativeMessagingHosts\poise.host",
    "firefox": r"Software\Mozilla\NativeMessagingHosts\poise.host",
}


class Registry:
    """The keys of the user, with the one value that each has."""

    def __init__(self) -> None:
        self.keys: dict[str, Path] = {}

    def read(self, key: str) -> Path | None:
        return self.keys.get(key)

    def write(self, key: str, manifest: Path) -> None:
        self.keys[key] = manifest

    def remove(self, key: str) -> None:
        self.keys.pop(key, None)


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    own = Registry()
    monkeypatch.setattr(manifests, "registry", own)
    return own


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine("win32", tmp_path, {"PROGRAMFILES": str(tmp_path / "Programs"), "PATH": ""})


def folder_in(path: Path, machine: Machine) -> Folder:
    """A data folder with the launcher in it."""
    folder = Folder(path)
    folder.native.mkdir(parents=True)
    launcher.write(launcher.launcher_in(folder.native, machine), launcher.launch_of(folder, 27182), machine)
    return folder


@pytest.fixture
def folder(tmp_path: Path, machine: Machine) -> Folder:
    return folder_in(tmp_path / "data", machine)


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.name)
def test_each_browser_is_told_in_its_own_key_and_nothing_stays(
    kind: Kind, registry: Registry, machine: Machine, folder: Folder
) -> None:
    browser = Found(kind)
    assert installed(browser, folder, machine) is State.MISSING
    register(kind, folder, machine, Made())
    assert registry.keys == {KEYS[kind.name]: folder.native / f"{kind.family}.json"}
    assert installed(browser, folder, machine) is State.READY
    unregister(kind, folder, machine)
    assert registry.keys == {}
    assert installed(browser, folder, machine) is State.MISSING


def test_a_key_that_leads_nowhere_is_damaged_and_goes(
    registry: Registry, machine: Machine, folder: Folder
) -> None:
    firefox = kinds()["firefox"]
    registry.keys[KEYS["firefox"]] = folder.path / "gone.json"
    assert installed(Found(firefox), folder, machine) is State.DAMAGED
    unregister(firefox, folder, machine)
    assert registry.keys == {}


def test_the_key_of_another_data_folder_stays(
    registry: Registry, machine: Machine, folder: Folder, tmp_path: Path
) -> None:
    edge, other = kinds()["edge"], folder_in(tmp_path / "other", machine)
    register(edge, other, machine, Made())
    assert installed(Found(edge), folder, machine) is State.ELSEWHERE
    unregister(edge, folder, machine)
    assert KEYS["edge"] in registry.keys


def test_a_browser_is_found_where_its_program_is(machine: Machine) -> None:
    brave = kinds()["brave"]
    assert find(brave, machine) is None
    machine.path(brave.on(machine).programs[0]).write_text(
        ""
    )  # all of it one name on the system of the tests
    assert find(brave, machine) == Found(brave)
