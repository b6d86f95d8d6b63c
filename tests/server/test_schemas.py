"""Data of every schema that was ever in use come through all later migrations, to the last odd name."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection

from poise.config import Folder, Settings
from poise.files import secure_folder
from poise.store import companies, history, interviewers, opening, snapshots
from poise.store.opening import open_database
from poise.store.rows import FOLDS
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
            name: [dict(row) for row in connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2")]  # noqa: S608 - our own tables
            for name in names
            if name != "alembic_version"
        }


def as_folded_now(table: str, row: dict[str, Any]) -> dict[str, Any]:
    return row | ({"folded": FOLDS[table](row["name"])} if table in FOLDS else {})


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
        assert kept == [as_folded_now(name, row) for row in listed], name
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


OWNER = "01890000000070008000000000000000"
FOLDED_OTHERWISE = """
INSERT INTO interviewers (owner, id, name, folded, trusted, earlier_contact, version)
    VALUES ({0}, {1}, 'Zoe O\u2019Brien', 'zoe o\u2019brien', 0, '', 1);
INSERT INTO companies VALUES ({0}, {7}, 'Eve, Inc.', 'eve'), ({0}, {8}, 'Eve Inc., Oslo', 'eve inc.');
INSERT INTO companies VALUES ({0}, {2}, 'L''Ost', 'l''ost'), ({0}, {3}, 'L\u2019Ost', 'l\u2019ost'), ({0}, {4}, 'N\u2019Ord', 'n\u2019ord');
INSERT INTO aliases VALUES ({0}, 'd''ost', 'D''Ost', {2}), ({0}, 'd\u2019ost', 'D\u2019Ost', {3}),
    ({0}, 'dell\u2019ost', 'Dell\u2019Ost', {3});
INSERT INTO applications (owner, id, company_id, role, slow_process, version, archived)
    VALUES ({0}, {5}, {2}, 'Cook', 0, 1, 0), ({0}, {6}, {3}, 'Waiter', 0, 1, 0);
INSERT INTO pages VALUES ({0}, 'https://www.facebook.com/lost', {3});
""".format(f"'{OWNER}'", *(f"'{digit * 32}'" for digit in "12345689"))


def test_names_are_folded_anew_and_companies_that_are_one_by_that_become_one(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "data", 5)
    with closing(sqlite3.connect(folder.database)) as connection:
        connection.executescript(FOLDED_OTHERWISE)
    with closing(open_database(Settings(folder))) as database, database.reading() as session:
        assert [row.name for row in interviewers.by_name(session, "Zoe O'Brien")] == ["Zoe O\u2019Brien"]
        assert [companies.by_name(session, name) is None for name in ("N'Ord", "L'Ost")] == [False, False]
        assert companies.by_name(session, "Eve, Inc.") is not companies.by_name(session, "Eve Inc., Oslo")
        one = companies.by_name(session, "L'Ost")
        assert one is not None
        assert {companies.by_name(session, name) for name in ("D'Ost", "Dell'Ost", "L\u2019Ost")} == {one}
        assert sorted(str(row.role) for row in one.applications) == ["Cook", "Waiter"]
        assert [page.value for page in one.pages] == ["https://www.facebook.com/lost"]


def test_what_was_changed_before_names_were_folded_anew_can_still_be_undone(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "data", 5)
    person, change = UUID("1" * 32), UUID("7" * 32)
    after: dict[str, Any] = {"id": str(person), "name": "Zoe O\u2019Brien", "folded": "zoe o\u2019brien"}
    after |= {"trusted": False, "earlier_contact": [], "version": 1}
    told = [{"table": "interviewers", "before": after | {"name": "Zoe", "folded": "zoe"}, "after": after}]
    with closing(sqlite3.connect(folder.database)) as connection:
        connection.executescript(FOLDED_OTHERWISE)
        values = (
            UUID(OWNER).hex,
            change.hex,
            1772600000000000,
            "edited",
            "{}",
            False,
            None,
            json.dumps(told),
        )
        connection.execute("INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
        connection.commit()
    with closing(open_database(Settings(folder))) as database, database.writing() as session:
        history.undo(session, change)
        assert [row.id for row in interviewers.by_name(session, "Zoe")] == [person]
