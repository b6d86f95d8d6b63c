"""Each check on a machine that really is so, and on one where it is not."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import pytest
import time_machine

import poise
from poise.config import Folder
from poise.doctor.catalogue import catalogue
from poise.doctor.examination import found_checks
from poise.doctor.machine import Machine
from poise.store.soundness import SCHEMA
from tests.server.damage import DAMAGE
from tests.server.doctor.looking import found, without_service
from tests.server.wire import Served


def test_no_check_finds_anything_where_nothing_is_wrong(healthy: Machine) -> None:
    assert [name for name, look in found_checks().items() if list(look(healthy))] == []


def test_no_browser_is_connected(machine: Machine, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "poise.sqlite")) as database:
        database.execute("DELETE FROM browsers")
        database.commit()
    assert without_service(machine) == {"unpaired": {}}


def test_a_first_look_before_anything_was_ever_started(machine: Machine, tmp_path: Path) -> None:
    nowhere = replace(machine, folder=Folder(tmp_path / "never" / "made"))
    assert without_service(nowhere) == {"unpaired": {}}
    assert not (tmp_path / "never").exists()


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_damaged_data(machine: Machine, folder: Path, damage: object) -> None:
    assert callable(damage)
    damage(folder / "poise.sqlite")
    assert without_service(machine) == {"damaged_data": {"folder": str(folder)}}


def test_data_of_a_newer_version(machine: Machine, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "poise.sqlite")) as database:
        database.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    assert without_service(machine) == {"newer_data": {"folder": str(folder)}}


def test_a_disk_with_less_room_than_needed(machine: Machine) -> None:
    free = shutil.disk_usage(machine.folder.path).free
    assert without_service(replace(machine, least_room=2 * free)) == {"disk_full": {}}


@pytest.fixture
def nobody() -> Iterator[None]:
    """Not root any more, who may write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.usefixtures("nobody")
def test_a_home_that_cannot_be_written_to() -> None:
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        home.chmod(0o500)
        look = found_checks()["home_read_only"]
        machine = Machine(Folder(home / ".local/share/poise"), home)
        assert list(look(machine)) == [{"place": str(home)}]
        home.chmod(0o700)
        assert list(look(machine)) == []


@pytest.mark.parametrize(("name", "mode"), [(".", 0o755), ("poise.sqlite", 0o640), ("terminal.key", 0o602)])
def test_what_others_may_read_or_change(machine: Machine, folder: Path, name: str, mode: int) -> None:
    (folder / name).chmod(mode)
    assert without_service(machine) == {
        "unsafe_permissions": {"files": str(folder / name), "folder": str(folder)}
    }


def test_a_link_in_the_data_folder(machine: Machine, folder: Path, tmp_path: Path) -> None:
    (folder / "lock").unlink()
    (folder / "lock").symlink_to(tmp_path)
    assert without_service(machine) == {"foreign_files": {"files": str(folder / "lock")}}


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give files away")
def test_a_file_of_another_user(machine: Machine, folder: Path) -> None:
    os.chown(folder / "lock", 12345, 12345)
    assert without_service(machine) == {"foreign_files": {"files": str(folder / "lock")}}


@pytest.mark.entry("R18")
def test_a_clock_that_was_set_back(machine: Machine) -> None:
    with time_machine.travel(datetime.now(UTC) - timedelta(days=1)):
        assert without_service(machine) == {"clock_moved": {}}


def test_two_folders_of_data(machine: Machine, paired_data: Path) -> None:
    other = shutil.copytree(paired_data, machine.home / ".local/share/poise")
    assert without_service(machine) == {"two_folders": {"folders": f"{machine.folder.path}, {other}"}}


def test_one_folder_by_two_names_is_one(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    (machine.home / "link").symlink_to(machine.folder.path)
    monkeypatch.setenv("POISE_DATA_DIR", str(machine.home / "link"))
    assert without_service(machine) == {}


def test_two_installations(machine: Machine, tmp_path: Path) -> None:
    other = tmp_path / "bin" / "poise"
    other.parent.mkdir()
    shutil.copy(machine.program, other)
    both = replace(machine, path=(*machine.path, other.parent))
    assert without_service(both) == {"several_versions": {"places": f"{machine.program.resolve()}, {other}"}}


def test_one_installation_by_two_names_is_one(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "poise").symlink_to(machine.program)
    assert without_service(replace(machine, path=(*machine.path, tmp_path / "bin"))) == {}


def test_a_running_service_of_another_version(
    machine: Machine, running: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert running.port
    monkeypatch.setattr("poise.doctor.checks.several_versions.VERSION", "99.0.0")
    assert found(machine) == {"several_versions": {"places": f"{machine.program.resolve()}, 0.1.0 (service)"}}


def test_dictionaries_that_are_not_installed(healthy: Machine, tmp_path: Path) -> None:
    """The same Poise and all that it needs, without the packages of the extra."""
    (tmp_path / "packages").mkdir()
    for package in Path(click.__file__).parents[1].iterdir():
        if "hunspell" not in package.name:
            (tmp_path / "packages" / package.name).symlink_to(package)
    done = subprocess.run(
        [sys.executable, "-S", "-m", "poise", "doctor", "--json", "--data-dir", healthy.folder.path],
        env={
            "HOME": str(healthy.home),
            "PYTHONPATH": f"{tmp_path / 'packages'}:{Path(poise.__file__).parents[1]}",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    findings = {finding["id"]: finding["mend"] for finding in json.loads(done.stdout)["findings"]}
    assert done.returncode == 1
    assert f"{sys.executable} -m pip install" in findings["no_dictionaries"]


def test_every_finding_of_the_machine_has_its_check() -> None:
    machines = {name for name, entry in catalogue().items() if "machine" in entry["seen_by"]}
    assert machines - found_checks().keys() == {"map_silent", "unfinished"}
    assert found_checks().keys() <= machines
