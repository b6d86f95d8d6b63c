"""A safe start: one service on one folder, files that are ours alone, damage noticed and left alone."""

# ruff: noqa: N802 - tests of the catalogue are named by its ids

import hashlib
import json
import os
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from poise.config import Folder, Settings
from poise.errors import Exit, PoiseError
from poise.pairing import Pairing, terminal_key
from poise.store.opening import open_database
from tests.server.wire import POISE, Served, clean_environment, poise, serve


@pytest.fixture
def folder(tmp_path: Path, first_start: Path) -> Path:
    """A data folder with a database in it."""
    return shutil.copytree(first_start, tmp_path / "data")


def start(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """A start that is expected to fail."""
    return poise(folder, "serve", "--port", "0", *words)


def assert_ends(got: "subprocess.CompletedProcess[str]", code: int, *words: str) -> None:
    """One sentence on standard error, with these words in it, and nothing else."""
    assert got.returncode == code, got.stderr
    assert got.stdout == ""
    assert got.stderr.startswith("poise: ")
    assert got.stderr.count("\n") == 1
    for word in words:
        assert word in got.stderr


def digest(folder: Path) -> str:
    return hashlib.sha256((folder / "poise.sqlite").read_bytes()).hexdigest()


def test_a_second_service_says_who_is_there(served: Served) -> None:
    begun = time.monotonic()
    assert_ends(start(served.folder), 4, str(served.process.pid), str(served.port))
    assert time.monotonic() - begun < 30
    assert served.call("GET", "/badge").status == 200


def test_R12_after_a_kill_the_next_start_works(tmp_path: Path) -> None:
    first = serve(tmp_path / "data")
    first.process.kill()
    first.process.wait()
    assert first.process.stdout
    first.process.stdout.close()
    second = serve(tmp_path / "data")
    assert second.call("GET", "/badge").status == 200
    assert second.stop() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_R23_a_stop_is_clean_and_leaves_nothing_behind(folder: Path, number: signal.Signals) -> None:
    served = serve(folder)
    assert (folder / "service.json").exists()
    served.process.send_signal(number)
    assert served.process.wait(timeout=5) == 0
    assert served.process.stdout
    served.process.stdout.close()
    assert {file.name for file in folder.iterdir()} == {"poise.sqlite", "initialised", "lock", "terminal.key"}


def test_R13_a_port_that_is_taken_is_said(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert_ends(poise(folder, "serve", "--port", port), 2, port, "--port")


def test_the_default_folder_is_the_environments(tmp_path: Path) -> None:
    assert poise(tmp_path / "there", "list").returncode == 0
    assert (tmp_path / "there" / "poise.sqlite").exists()


def test_P04_all_files_are_ours_alone_whatever_the_umask(tmp_path: Path) -> None:
    for mask in (0o022, 0o000, 0o077):
        folder = tmp_path / f"data{mask}"
        old = os.umask(mask)
        try:
            served = serve(folder)
        finally:
            os.umask(old)
        served.code()
        served.poise("add", "Jane Doe", "--company", "Acme")
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
        served.stop()
        assert set(modes.values()) == {0o600}, modes
        assert {
            "poise.sqlite",
            "poise.sqlite-wal",
            "poise.sqlite-shm",
            "pairing.json",
            "service.json",
        } <= set(modes)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_P05_what_others_could_read_is_closed_and_said_once(folder: Path) -> None:
    folder.chmod(0o755)
    (folder / "poise.sqlite").chmod(0o644)
    first, second = poise(folder, "list"), poise(folder, "list")
    assert first.returncode == second.returncode == 0
    assert first.stderr.count("now only you can") == 2
    assert second.stderr == ""
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "poise.sqlite").stat().st_mode) == 0o600


@pytest.mark.parametrize("name", [".", "poise.sqlite", "initialised"])
def test_what_others_could_change_is_refused(folder: Path, name: str) -> None:
    (folder / name).chmod(0o777 if name == "." else 0o666)
    assert_ends(start(folder), 6, "chmod")


def test_a_key_or_lock_that_others_could_change_is_refused(folder: Path) -> None:
    data = Folder(folder)
    terminal_key(data)
    data.terminal_key.chmod(0o666)
    with pytest.raises(PoiseError) as wrong:
        terminal_key(data)
    assert wrong.value.exit_code == Exit.UNSAFE_FILES
    data.lock.touch()
    data.lock.chmod(0o666)
    with pytest.raises(PoiseError) as wrong, data.locked():
        pass
    assert wrong.value.exit_code == Exit.UNSAFE_FILES


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("poise.sqlite", lambda data: open_database(Settings(data))),
        ("poise.sqlite-wal", lambda data: open_database(Settings(data))),
        ("poise.sqlite-shm", lambda data: open_database(Settings(data))),
        ("initialised", lambda data: open_database(Settings(data))),
        ("terminal.key", terminal_key),
        ("service.json", lambda data: data.running()),
        ("pairing.json", lambda data: Pairing(data).use("x")),
        ("lock", lambda data: data.locked().__enter__()),
    ],
)
def test_a_link_in_the_folder_is_not_followed(
    folder: Path, tmp_path: Path, name: str, use: Callable[[Folder], object]
) -> None:
    target = tmp_path / "elsewhere"
    target.write_bytes(b"precious")
    target.chmod(0o600)
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(target)
    if name == "pairing.json":  # the service takes away what an earlier one left, link or not
        assert use(Folder(folder)) is None
    else:
        with pytest.raises(PoiseError, match=name) as wrong:
            use(Folder(folder))
        assert wrong.value.exit_code == Exit.UNSAFE_FILES
    assert target.read_bytes() == b"precious"


def test_a_folder_that_is_a_link_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    assert_ends(start(tmp_path / "link"), 6, "link")


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give files away")
@pytest.mark.parametrize("name", [".", "poise.sqlite"])
def test_what_belongs_to_another_user_is_refused(folder: Path, name: str) -> None:
    os.chown(folder / name, 12345, 12345)
    before = digest(folder)
    assert_ends(start(folder), 6, "another user")
    assert digest(folder) == before


@pytest.mark.parametrize("content", ["file", "nested"])
def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, content: str) -> None:
    (tmp_path / "file").write_text("x")
    path = tmp_path / "file" if content == "file" else tmp_path / "file" / "data"
    assert start(path).returncode in (2, 6)
    assert start(path).stderr.count("\n") == 1


def page_of_garbage(path: Path) -> None:
    """Overwrite an inner page: opening and counting still work, only quick_check sees it."""
    with path.open("r+b") as file:
        file.seek(4096 * 20)
        file.write(b"\xa5" * 4096)


def somebody_elses(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE t (x); PRAGMA user_version = 1;")
    connection.close()
    path.chmod(0o600)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "zero header": lambda path: path.write_bytes(b"\x00" * 100 + path.read_bytes()[100:]),
    "text": lambda path: path.write_text("this is not a database, it is a text\n" * 100),
    "half": lambda path: os.truncate(path, path.stat().st_size // 2),
    "100 bytes": lambda path: os.truncate(path, 100),
    "inner page": page_of_garbage,
    "emptied": lambda path: os.truncate(path, 0),
    "gone": lambda path: path.unlink(),
    "somebody else's": somebody_elses,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_R05_damage_is_noticed_and_the_file_left_as_it_is(
    folder: Path, damage: Callable[[Path], object]
) -> None:
    damage(folder / "poise.sqlite")
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    with pytest.raises(PoiseError, match="poise restore") as wrong:
        open_database(Settings(Folder(folder)))
    assert wrong.value.exit_code == Exit.NEEDS_RESTORE
    assert before.items() <= {file.name: file.read_bytes() for file in folder.iterdir()}.items()


def test_R05_neither_the_service_nor_a_command_runs_on_damaged_data(folder: Path) -> None:
    page_of_garbage(folder / "poise.sqlite")
    assert_ends(start(folder), 3, "poise restore")
    assert_ends(poise(folder, "list"), 3, "poise restore")


def test_data_of_a_newer_version_are_left_alone(folder: Path) -> None:
    connection = sqlite3.connect(folder / "poise.sqlite")
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = digest(folder)
    assert_ends(start(folder), 5, "newer")
    assert_ends(poise(folder, "add", "Jane", "--company", "Acme"), 5, "newer")
    assert digest(folder) == before


def test_R10_a_first_start_that_was_cut_off_is_made_again(folder: Path) -> None:
    """Before the mark is there, an empty database is only an unfinished beginning."""
    (folder / "initialised").unlink()
    (folder / "poise.sqlite").unlink()
    connection = sqlite3.connect(folder / "poise.sqlite")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    (folder / "poise.sqlite").chmod(0o600)
    assert poise(folder, "list").returncode == 0


def test_the_ready_line_is_the_only_thing_on_standard_output(folder: Path) -> None:
    process = subprocess.Popen(
        [POISE, "serve", "--port", "0", "--data-dir", folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=clean_environment(),
    )
    assert process.stdout is not None
    ready = json.loads(process.stdout.readline())
    assert json.loads((folder / "service.json").read_text()) == {"port": ready["port"], "pid": process.pid}
    process.terminate()
    rest, errors = process.communicate(timeout=10)
    assert (rest, errors) == ("", "")


def test_the_terminal_says_when_nobody_is_there(folder: Path) -> None:
    assert_ends(poise(folder, "call", "GET", "/badge"), 2, "poise serve")
    (folder / "service.json").write_text('{"port": 1, "pid": 1}')
    (folder / "service.json").chmod(0o600)
    assert_ends(poise(folder, "call", "GET", "/badge"), 2, "port 1")
