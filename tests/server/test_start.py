"""A safe start: one service on one folder, and one clear sentence where it cannot be."""

import json
import shutil
import signal
import socket
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from poise.config import Folder, Settings
from poise.files import secure_folder
from poise.store.opening import open_database
from tests.server.ending import assert_ends, start
from tests.server.wire import POISE, Served, clean_environment, poise, serve


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


@pytest.mark.parametrize("content", ["file", "nested"])
def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, content: str) -> None:
    (tmp_path / "file").write_text("x")
    path = tmp_path / "file" if content == "file" else tmp_path / "file" / "data"
    assert start(path).returncode in (2, 6)
    assert start(path).stderr.count("\n") == 1


def test_R10_a_first_start_that_was_cut_off_is_made_again(folder: Path) -> None:
    """Before the mark is there, an empty database is only an unfinished beginning."""
    (folder / "initialised").unlink()
    (folder / "poise.sqlite").unlink()
    connection = sqlite3.connect(folder / "poise.sqlite")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    (folder / "poise.sqlite").chmod(0o600)
    assert poise(folder, "list").returncode == 0


def test_R10_a_change_that_was_cut_off_with_its_journal_beside_it_is_taken_back(
    folder: Path, tmp_path: Path
) -> None:
    left = tmp_path / "left"
    with closing(sqlite3.connect(folder / "poise.sqlite", isolation_level=None)) as connection:
        for words in (
            "PRAGMA journal_mode = DELETE",
            "PRAGMA cache_size = 1",
            "BEGIN",
            "CREATE TABLE half (x)",
        ):
            connection.execute(words)
        connection.execute("INSERT INTO half VALUES (zeroblob(1000000))")
        shutil.copytree(folder, left)
    assert (left / "poise.sqlite-journal").stat().st_size
    assert poise(left, "list").returncode == 0
    with closing(sqlite3.connect(left / "poise.sqlite")) as connection:
        assert not connection.execute("SELECT * FROM sqlite_master WHERE name = 'half'").fetchall()


def test_R10_a_first_start_that_ends_before_the_account_is_made_has_made_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secure_folder(tmp_path / "data")
    settings = Settings(Folder(tmp_path / "data"))

    def pulled(*_: object) -> None:
        raise OSError("the plug was pulled")

    with monkeypatch.context() as broken:
        broken.setattr("poise.store.opening.ensure_account", pulled)
        with pytest.raises(OSError, match="pulled"):
            open_database(settings)
    with closing(open_database(settings)) as database:
        assert database.revision() == 0


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
    assert_ends(poise(folder, "call", "GET", "/badge"), 2, "poise serve")  # left by one that was killed
    with Folder(folder).locked():
        (folder / "service.json").write_text('{"port": 1, "pid": 1}')
        (folder / "service.json").chmod(0o600)
        assert_ends(poise(folder, "call", "GET", "/badge"), 2, "port 1")
