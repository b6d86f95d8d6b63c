"""Browsers are found by the table, best first; what is missing is named with the command that gets it."""

from pathlib import Path

import pytest

from poise.config import Folder
from poise.errors import PoiseError
from poise.launch.finding import find, has_display, how_to_get_one, kinds
from poise.launch.opening import WAYS
from poise.launch.profile import profile_of

from .conftest import Put


def found(name: str | None = None) -> str | None:
    browser = find(name)
    return browser.kind.name if browser else None


@pytest.mark.usefixtures("put")  # which empties the PATH
def test_nothing_is_found_on_an_empty_machine() -> None:
    assert find(None) is None


def test_the_best_is_chosen_whatever_else_there_is(put: Put) -> None:
    best_last = {
        "firefox-esr": "firefox",
        "microsoft-edge": "edge",
        "google-chrome-stable": "chrome",
        "chromium-browser": "chromium",
    }
    for program, name in best_last.items():
        put(program)
        assert found() == name


def test_a_browser_can_be_named(put: Put) -> None:
    put("chromium")
    program = put("firefox")
    browser = find("firefox")
    assert browser is not None
    assert (browser.kind.name, browser.program) == ("firefox", program)


def test_what_cannot_be_started_is_not_found(put: Put) -> None:
    put("chromium").chmod(0o644)
    assert find(None) is None


def test_a_named_browser_that_is_missing_comes_with_the_command_that_gets_it(put: Put) -> None:
    put("chromium")
    put("apt-get")
    with pytest.raises(
        PoiseError, match=r"^Firefox was not found: `sudo apt-get install firefox-esr` gets it\.$"
    ):
        find("firefox")


@pytest.mark.usefixtures("put")  # which empties the PATH
def test_where_no_installer_is_known_none_is_named() -> None:
    assert how_to_get_one() is None
    with pytest.raises(PoiseError, match=r"^Microsoft Edge was not found\.$"):
        find("edge")


def test_the_installer_that_is_there_is_named(put: Put) -> None:
    put("dnf")
    assert how_to_get_one() == "sudo dnf install chromium"


def test_a_script_for_a_snap_that_is_not_installed_is_no_browser(put: Put) -> None:
    put("chromium-browser", "#!/bin/sh\nexec /snap/bin/no-such-snap\n")
    put("firefox")
    assert found() == "firefox"


def test_a_profile_lies_in_the_data_folder(put: Put, tmp_path: Path) -> None:
    put("firefox")
    browser = find(None)
    assert browser is not None
    assert profile_of(browser, Folder(tmp_path)).path == tmp_path / "browsers" / "firefox"


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_either_display_will_do(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not has_display()
    monkeypatch.setenv(variable, ":0")
    assert has_display()


@pytest.mark.parametrize("name", kinds())
def test_the_table_says_for_each_browser_where_it_is_and_how_it_starts(name: str) -> None:
    kind = kinds()[name]
    assert kind.way in WAYS
    assert kind.linux
    assert kind.get
    assert all(Path(place).expanduser().is_absolute() for place in kind.darwin)
    assert all(place.startswith("%") and place.endswith(".exe") for place in kind.win32)
