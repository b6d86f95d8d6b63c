"""Data of every schema that was ever in use come through all later migrations, to the last odd name."""

# ruff: noqa: N802 - tests of the catalogue are named by its ids

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from poise.config import Folder, Settings
from poise.files import secure_folder
from poise.store import opening, snapshots
from poise.store.opening import open_database
from poise.store.soundness import SCHEMA

SCHEMAS = Path(__file__).with_name("schemas")


def folder_of(path: Path, schema: int) -> Folder:
    secure_folder(path)
    folder = Folder(path)
    with closing(sqlite3.connect(folder.database)) as connection:
        connection.executescript((SCHEMAS / f"{schema}.sql").read_text(encoding="utf-8"))
    folder.database.chmod(0o600)
    return folder


def rows(path: Path) -> dict[str, list[dict[str, Any]]]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {
            name: [dict(row) for row in connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2")]  # noqa: S608
            for name in names
            if name != "alembic_version"
        }


def test_there_are_data_of_every_schema() -> None:
    """A new migration needs data of the schema that it makes, for those that come after it."""
    assert {path.name for path in SCHEMAS.iterdir()} == {f"{n}.sql" for n in range(1, SCHEMA + 1)}


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_R09_data_of_an_old_schema_come_through_whole(tmp_path: Path, schema: int) -> None:
    folder = folder_of(tmp_path / "data", schema)
    before = rows(folder.database)
    open_database(Settings(folder)).close()
    after = rows(folder.database)
    for name, listed in before.items():
        kept = [{column: row[column] for column in listed[0]} for row in after[name]]
        assert kept == listed, name
    kept_before = folder.snapshots / f"before-schema-{schema}.sqlite"
    assert kept_before.exists() is (schema < SCHEMA)
    if schema < SCHEMA:
        assert rows(kept_before) == before


def test_a_second_start_changes_nothing_more(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "data", 1)
    open_database(Settings(folder)).close()
    first, taken = rows(folder.database), len(snapshots.newest_first(folder))
    open_database(Settings(folder)).close()
    assert rows(folder.database) == first
    assert len(snapshots.newest_first(folder)) == taken


def test_without_room_for_a_copy_nothing_is_migrated(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "data", 1)
    before = folder.database.read_bytes()
    folder.snapshots.mkdir(mode=0o700)
    (folder.snapshots / "before-schema-1.sqlite").mkdir()
    with pytest.raises(Exception, match="no copy can be made"):
        open_database(Settings(folder))
    assert folder.database.read_bytes() == before


def test_R10_a_migration_that_is_cut_off_is_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it is one transaction: whatever fails leaves the old tables, and the next start goes on."""
    folder = folder_of(tmp_path / "data", 1)
    before = rows(folder.database)
    migrate = opening._migrate

    def and_fail(connection: Connection) -> None:
        migrate(connection)
        raise OSError("the plug was pulled")

    with monkeypatch.context() as broken:
        broken.setattr("poise.store.opening._migrate", and_fail)
        with pytest.raises(OSError, match="pulled"):
            open_database(Settings(folder))
    assert rows(folder.database) == before
    open_database(Settings(folder)).close()
    assert rows(folder.database).keys() > before.keys()
