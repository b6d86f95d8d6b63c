"""Backups and restoring: whole copies, ours alone, and nothing lost whatever FILE turns out to be."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import date, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy.exc import OperationalError

from poise.config import Folder, Settings
from poise.errors import Exit, PoiseError
from poise.etiquette.facts import Role
from poise.store import browsers, snapshots
from poise.store.applications import NewApplication
from poise.store.copying import beside, copy, look_into
from poise.store.interviewers import NewInterviewer
from poise.store.opening import open_database
from poise.store.restoring import newest_good, restore
from poise.store.tracking import track
from tests.server.books import add, names
from tests.server.damage import DAMAGE, page_of_garbage
from tests.server.ending import assert_ends
from tests.server.facts import track as tell
from tests.server.wire import EXTENSION, Served, poise


@pytest.fixture
def folder(tmp_path: Path, first_start: Path) -> Folder:
    return Folder(shutil.copytree(first_start, tmp_path / "data"))


def contents(folder: Folder) -> dict[str, bytes]:
    """What lies in it, but for what SQLite keeps beside the database and the lock of a service."""
    apart = {*beside(folder.database), folder.lock}
    return {
        file.name: file.read_bytes() for file in folder.path.iterdir() if file.is_file() and file not in apart
    }


def test_a_backup_is_one_file_of_ours_alone_with_everything_in_it(folder: Folder, tmp_path: Path) -> None:
    add(folder, "Jane Doe")
    old = os.umask(0)
    try:
        assert poise(folder.path, "backup", str(tmp_path / "copy")).returncode == 0
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "copy").stat().st_mode) == 0o600
    assert not list(tmp_path.glob("copy?*"))
    add(folder, "Joan Roe")
    got = poise(folder.path, "restore", str(tmp_path / "copy"))
    assert got.returncode == 0, got.stderr
    assert names(folder) == ["Jane Doe"]
    assert stat.S_IMODE(folder.database.stat().st_mode) == 0o600


def test_what_a_restore_replaces_is_kept_beside_and_comes_back_too(folder: Folder, tmp_path: Path) -> None:
    copy(folder.database, tmp_path / "empty")
    add(folder, "Jane Doe")
    aside = restore(folder, tmp_path / "empty").aside
    assert names(folder) == []
    assert aside is not None
    restore(folder, aside)
    assert names(folder) == ["Jane Doe"]


def test_a_backup_writes_over_nothing(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("precious")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("there", "link"):
        assert_ends(poise(folder.path, "backup", str(tmp_path / name)), 2, "another name")
    assert (tmp_path / "there").read_text() == "precious"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("name", ["nowhere/copy", "x" * 300])
def test_I18_a_name_that_cannot_be_written_is_said(folder: Folder, tmp_path: Path, name: str) -> None:
    assert_ends(poise(folder.path, "backup", str(tmp_path / name)), 2, name)


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")


def with_a_trigger(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON companies BEGIN DELETE FROM companies; END")


def with_other_tables(path: Path) -> None:
    """Ours by its header alone: the migrations cannot run on it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE alembic_version")


def in_the_way(path: Path) -> None:
    path.unlink()
    path.mkdir()


WRONG: dict[str, Callable[[Path], object]] = DAMAGE | {
    "foreign": foreign,
    "trigger": with_a_trigger,
    "other tables": with_other_tables,
    "folder": in_the_way,
}


@pytest.mark.parametrize("damage", WRONG.values(), ids=WRONG)
def test_R05_a_file_that_is_no_whole_backup_is_refused_and_changes_nothing(
    folder: Folder, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    add(folder, *(f"Jane {n}" for n in range(50)))
    copy(folder.database, tmp_path / "backup")
    damage(tmp_path / "backup")
    before = contents(folder)
    with pytest.raises(PoiseError, match="backup") as wrong:
        restore(folder, tmp_path / "backup")
    assert wrong.value.exit_code == Exit.BAD_INPUT
    assert contents(folder) == before


def test_a_newer_backup_is_refused_with_its_own_exit_code(folder: Folder, tmp_path: Path) -> None:
    copy(folder.database, tmp_path / "newer")
    with closing(sqlite3.connect(tmp_path / "newer")) as connection:
        connection.execute("PRAGMA user_version = 999")
    assert_ends(poise(folder.path, "restore", str(tmp_path / "newer")), 5, "newer")


@pytest.mark.sqlite
def test_a_backup_comes_back_while_the_service_runs(served: Served, tmp_path: Path) -> None:
    tell(served, name="Jane Doe")
    assert served.poise("backup", str(tmp_path / "copy")).returncode == 0
    tell(served, name="Joan Roe")
    etag = served.call("GET", "/snapshot").headers["etag"]
    got = served.poise("restore", str(tmp_path / "copy"))
    assert (got.returncode, got.stderr) == (0, "")
    assert [one["name"] for one in served.call("GET", "/interviewers").json["items"]] == ["Jane Doe"]
    assert served.call("GET", "/snapshot").headers["etag"] != etag


@pytest.mark.sqlite
def test_under_a_service_whose_data_were_damaged_no_file_is_replaced(served: Served, tmp_path: Path) -> None:
    assert served.poise("backup", str(tmp_path / "copy")).returncode == 0
    page_of_garbage(served.folder / "poise.sqlite")
    before = contents(Folder(served.folder))
    assert_ends(served.poise("restore", str(tmp_path / "copy")), 4, f"kill {served.process.pid}")
    assert contents(Folder(served.folder)) == before


def test_A20_neither_a_key_that_was_taken_away_nor_one_put_into_a_backup_comes_with_it(
    folder: Folder, tmp_path: Path
) -> None:
    kept, gone = connect(folder, "kept"), connect(folder, "gone")
    copy(folder.database, tmp_path / "backup")
    disconnect(folder, gone)
    restore(folder, tmp_path / "backup")
    assert connected(folder) == [kept]


@pytest.mark.parametrize("damage", [page_of_garbage, Path.unlink], ids=["damaged", "gone"])
def test_A20_where_the_data_cannot_be_read_no_key_comes_back_and_restore_says_so(
    folder: Folder, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    planted = connect(folder, "planted")
    copy(folder.database, tmp_path / "backup")
    damage(folder.database)
    got = poise(folder.path, "restore", str(tmp_path / "backup"))
    assert (got.returncode, "poise pair" in got.stdout) == (0, True), got.stderr
    assert connected(folder) == []
    assert planted.encode() not in folder.database.read_bytes()


def connect(folder: Folder, name: str) -> str:
    with closing(open_database(Settings(folder))) as database, database.writing() as session:
        return browsers.pair(session, name, EXTENSION).keyid


def disconnect(folder: Folder, keyid: str) -> None:
    with closing(open_database(Settings(folder))) as database, database.writing() as session:
        browsers.revoke(session, browsers.get(session, keyid))


def connected(folder: Folder) -> list[str]:
    with closing(open_database(Settings(folder))) as database, database.reading() as session:
        return [row.keyid for row in browsers.paired(session)]


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_R07_after_damage_the_newest_whole_snapshot_comes_back(
    folder: Folder, damage: Callable[[Path], object]
) -> None:
    add(folder, *(f"Jane {n}" for n in range(50)))
    for age in (1, 2):
        snapshots.take_daily(folder, date.today() - timedelta(days=age))  # noqa: DTZ011 - any day will do
    newest = snapshots.newest_first(folder)[0]
    newest.write_bytes(newest.read_bytes()[:5000])
    damage(folder.database)
    damaged = folder.database.read_bytes() if folder.database.exists() else b""
    aside = restore(folder, newest_good(folder)).aside
    assert len(names(folder)) == 50
    assert (aside.read_bytes() if aside else b"") == damaged


def test_without_a_snapshot_restore_says_so(folder: Folder) -> None:
    assert_ends(poise(folder.path, "restore"), 2, "poise restore FILE")


def test_the_old_log_is_not_read_into_the_restored_data(folder: Folder, tmp_path: Path) -> None:
    """A service that was killed leaves its log; SQLite would apply it to whatever lies there next."""
    copy(folder.database, tmp_path / "empty")
    database = open_database(Settings(folder))
    with database.writing() as session:
        track(session, NewApplication("Acme"), NewInterviewer("Jane Doe"), Role.INTERVIEWER)
    killed = Folder(shutil.copytree(folder.path, tmp_path / "killed"))
    damaged = Folder(shutil.copytree(folder.path, tmp_path / "damaged"))
    database.close()
    assert (killed.path / "poise.sqlite-wal").stat().st_size > 0
    aside = restore(killed, tmp_path / "empty").aside
    assert names(killed) == []
    assert aside is not None
    restore(killed, aside)
    assert names(killed) == ["Jane Doe"]
    os.truncate(damaged.database, 4096)
    restore(damaged, tmp_path / "empty")
    assert names(damaged) == []


@pytest.fixture
def busy(folder: Folder) -> Iterator[list[str]]:
    """Four writers at work; the names that they were told are kept, in their order for each writer."""
    told: list[str] = []
    ended, begun = Event(), [Event() for _ in range(4)]

    def write(number: int) -> None:
        with closing(open_database(Settings(folder))) as database:
            count = 0
            while not ended.is_set():
                # Whoever has to wait for too long is told nothing, and nothing is owed to them.
                with suppress(OperationalError):
                    with database.writing() as session:
                        person = NewInterviewer(f"{number} {count:06}")
                        track(session, NewApplication(f"Acme {number}"), person, Role.INTERVIEWER)
                    told.append(person.name)
                    count += 1
                    begun[number].set()

    threads = [Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    try:
        assert all(event.wait(30) for event in begun)
        yield told
    finally:
        ended.set()
        for thread in threads:
            thread.join()


def test_R08_a_backup_while_four_write_is_a_beginning_of_what_was_kept(
    folder: Folder, busy: list[str], tmp_path: Path
) -> None:
    for turn in range(5):
        before = set(busy)
        copy(folder.database, tmp_path / f"copy {turn}")
        found = look_into(tmp_path / f"copy {turn}")
        assert found.ours
        assert found.whole
        with closing(sqlite3.connect(tmp_path / f"copy {turn}")) as connection:
            kept = {name for (name,) in connection.execute("SELECT name FROM interviewers")}
        assert before <= kept
        for number in range(4):
            own = sorted(name for name in kept if name.startswith(f"{number} "))
            assert own == [f"{number} {count:06}" for count in range(len(own))]
