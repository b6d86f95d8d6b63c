"""How the native host stands with the browsers of a machine: registered, not, damaged, or leading to what is gone."""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from poise.config import PORT, Folder
from poise.doctor.examination import examine
from poise.doctor.machine import Machine
from poise.etiquette.words import LANGUAGES
from poise.native.browsers import Found, kinds
from poise.native.installing import install
from poise.native.machine import Machine as System

HOSTS = ".config/chromium/NativeMessagingHosts"


@pytest.fixture
def machine(machine: Machine) -> Machine:
    """An account with Chromium, and Poise installed for it."""
    (machine.home / ".config/chromium").mkdir(parents=True)
    made = replace(machine, system=System("linux", machine.home, {"PATH": ""}))
    install(made.folder, PORT, made.system, [Found(kinds()["chromium"])])
    return made


@pytest.fixture
def manifest(machine: Machine) -> Path:
    (path,) = (machine.home / HOSTS).iterdir()
    return path


def hosts(machine: Machine) -> dict[str, str]:
    found = {finding.id: dict(finding.values) for finding in examine(machine)}
    found.pop("absent", found.pop("asleep", None))
    return {name: values["browsers"] for name, values in found.items()}


def test_a_host_that_is_ready_is_nothing_to_tell(machine: Machine) -> None:
    assert hosts(machine) == {}


def test_a_service_that_a_browser_starts_is_not_to_be_started_by_hand(
    machine: Machine, manifest: Path
) -> None:
    (asleep,) = examine(machine)
    assert (asleep.id, "Chromium" in asleep.mend("en")) == ("asleep", True)
    assert not any("poise serve" in asleep.mend(language) for language in LANGUAGES)
    manifest.unlink()
    absent = examine(replace(machine))[0]
    assert (absent.id, "poise serve" in absent.mend("en")) == ("absent", True)


def test_who_has_installed_is_told_to_load_the_extension_and_not_to_install_again(
    machine: Machine, folder: Path, manifest: Path
) -> None:
    with closing(sqlite3.connect(folder / "poise.sqlite")) as database:
        database.execute("DELETE FROM browsers")
        database.commit()
    finding = examine(machine)[0]
    assert (finding.id, "Chromium" in finding.mend("en")) == ("not_loaded", True)
    assert not any("poise install" in finding.mend(language) for language in LANGUAGES)
    manifest.unlink()
    assert examine(replace(machine))[0].id == "unpaired"


def test_a_machine_without_browsers_needs_no_host(machine: Machine) -> None:
    shutil.rmtree(machine.home / ".config")
    assert hosts(machine) == {}


def test_a_browser_without_a_host(machine: Machine, manifest: Path) -> None:
    manifest.unlink()
    assert hosts(machine) == {"no_host": "Chromium"}


@pytest.mark.parametrize("content", ["", "{", "[]", '{"name": "poise.host"}'])
def test_a_damaged_manifest(machine: Machine, manifest: Path, content: str) -> None:
    manifest.write_text(content)
    assert hosts(machine) == {"host_damaged": "Chromium"}


def test_a_manifest_that_lets_another_extension_in(machine: Machine, manifest: Path) -> None:
    said = json.loads(manifest.read_text())
    manifest.write_text(json.dumps(said | {"allowed_origins": ["chrome-extension://" + "a" * 32 + "/"]}))
    assert hosts(machine) == {"host_damaged": "Chromium"}


def test_an_old_path_after_an_update(machine: Machine, manifest: Path) -> None:
    launcher = Path(json.loads(manifest.read_text())["path"])
    launcher.write_text(launcher.read_text().replace("/python", "/of-an-older-python"))
    assert hosts(machine) == {"host_moved": "Chromium"}
    launcher.unlink()
    assert hosts(machine) == {"host_moved": "Chromium"}


def test_a_host_for_other_data(machine: Machine, paired_data: Path, tmp_path: Path) -> None:
    other = shutil.copytree(paired_data, tmp_path / "other")
    assert hosts(replace(machine, folder=Folder(other))) == {"host_elsewhere": "Chromium"}
