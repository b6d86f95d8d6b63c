"""Each check on a machine that really is so, and on one where it is not."""

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain, repeat
from pathlib import Path

import click
import pytest
import time_machine

import poise
from poise.config import Folder, Running
from poise.doctor import answering
from poise.doctor.answering import Who
from poise.doctor.catalogue import catalogue
from poise.doctor.examination import examine, found_checks
from poise.doctor.machine import Machine
from poise.store.soundness import SCHEMA
from tests.server.test_start import DAMAGE
from tests.server.wire import Served


def found(machine: Machine) -> dict[str, dict[str, str]]:
    """What is wrong, by its id, with what fills the places of its words."""
    return {finding.id: dict(finding.values) for finding in examine(machine)}


def fresh(machine: Machine) -> Machine:
    """The same machine, looked at anew."""
    return replace(machine)


def without_service(machine: Machine) -> dict[str, dict[str, str]]:
    """What is wrong besides that no service runs here."""
    seen = found(machine)
    assert seen.pop("absent", {}) == {}
    return seen


def announce(folder: Path, port: int) -> None:
    """As a service leaves it that was killed."""
    (folder / "service.json").write_text(f'{{"port": {port}, "pid": 1}}')
    (folder / "service.json").chmod(0o600)


@contextmanager
def program(*answers: bytes | None) -> Iterator[int]:
    """Another program on a port: answers these one by one and the last to everybody after; null takes a call and hangs."""
    said = chain(answers, repeat(answers[-1]))
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                if (answer := next(said)) is not None:
                    connection.recv(65536)
                    connection.sendall(answer)
                    connection.close()
                else:
                    held.append(connection)

        held = list[socket.socket]()
        thread = threading.Thread(target=serve)
        thread.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()
        for connection in held:
            connection.close()


def test_no_check_finds_anything_where_nothing_is_wrong(healthy: Machine) -> None:
    assert [name for name, look in found_checks().items() if list(look(healthy))] == []


def test_a_service_that_does_not_run(machine: Machine) -> None:
    assert found(machine) == {"absent": {}}


def test_a_service_that_was_killed(machine: Machine, folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    announce(folder, port)
    assert found(machine) == {"absent": {}}


HEALTH = b'{"service": "poise", "version": "0.1.0", "api": 1, "ready": true}'


@pytest.mark.parametrize(
    "answer",
    [
        b"what?\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]",
        b"HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n" + b"[" * 60_000,
        b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(HEALTH) + HEALTH,
    ],
    ids=["no HTTP", "another service", "nested", "claims to be Poise"],
)
def test_another_program_on_the_port(machine: Machine, folder: Path, answer: bytes) -> None:
    with program(answer) as port:
        announce(folder, port)
        assert found(machine) == {"not_genuine": {}}


def test_a_service_that_takes_calls_and_never_answers(machine: Machine, folder: Path) -> None:
    with program(None) as port:
        announce(folder, port)
        assert found(machine) == {"slow": {}}


def test_a_service_that_says_it_is_there_and_then_hangs(
    machine: Machine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "TO_PROVE", 1)
    with program(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(HEALTH) + HEALTH, None) as port:
        announce(folder, port)
        assert found(machine) == {"slow": {}}


def test_the_service_of_other_data_is_not_this_one(
    machine: Machine, running: Served, tmp_path: Path, first_start: Path
) -> None:
    other = shutil.copytree(first_start, tmp_path / "other")
    (other / "terminal.key").write_bytes(b"k" * 32)
    (other / "terminal.key").chmod(0o600)
    announce(other, running.port)
    assert replace(machine, folder=Folder(other)).answer.who is Who.STRANGER


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


def test_running_is_what_the_folder_says(machine: Machine, folder: Path) -> None:
    announce(folder, 4711)
    assert machine.running == Running(4711, 1)
    (folder / "service.json").write_text("not JSON")
    assert fresh(machine).running is None
