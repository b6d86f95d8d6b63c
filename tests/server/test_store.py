"""The tables, the pragmas and the owner's scope: what every query rests on."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event, select
from sqlalchemy.orm.interfaces import ORMOption

from poise.config import Folder
from poise.errors import Conflict, Stale
from poise.etiquette.facts import HistoryKind, Role
from poise.files import secure_folder
from poise.store import applications, dossiers, interactions, interviewers, nouns, pouring
from poise.store.applications import NewApplication
from poise.store.copying import APPLICATION
from poise.store.database import PRAGMAS, Database
from poise.store.interviewers import NewInterviewer
from poise.store.interviews import Booking
from poise.store.kept import Kept
from poise.store.models import Application, Base, Choice, Company, Interaction, Interviewer
from poise.store.naming import new_id
from poise.store.soundness import SCHEMA
from poise.store.tracking import track
from tests.server.owners import fill


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    secure_folder(tmp_path / "data")
    return Folder(tmp_path / "data")


def test_the_migrations_make_exactly_the_tables_of_the_models(database: Database) -> None:
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_the_schema_number_counts_the_migrations() -> None:
    versions = Path(nouns.__file__).parent / "migrations" / "versions"
    assert len(list(versions.glob("0*.py"))) == SCHEMA


def pragmas(connection: Any) -> dict[str, Any]:
    return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}


@pytest.mark.sqlite
@pytest.mark.entry("R02")
def test_every_connection_has_our_pragmas(database: Database, folder: Folder, tmp_path: Path) -> None:
    """FULL: an acknowledged fact survives a power cut. secure_delete: what is forgotten leaves no trace."""
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "trusted_schema": 0,
    }
    pooled = [database.engine.connect() for _ in range(2)]
    for connection in (*pooled, database._watch):
        assert pragmas(connection.connection.dbapi_connection) == wanted
    for connection in pooled:
        connection.close()
    with pouring._writing(folder.database, tmp_path / "other.sqlite") as plain:
        assert pragmas(plain) == wanted | {"foreign_keys": 0}, "what is poured in has its own order"


@pytest.mark.sqlite
@pytest.mark.usefixtures("database")
def test_the_file_says_whose_it_is(folder: Folder) -> None:
    with sqlite3.connect(folder.database) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        assert plain.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    plain.close()


def test_a_change_counts_and_a_read_or_a_choice_does_not(database: Database) -> None:
    start = database.revision()
    fill(database)
    assert database.revision() == start + 1
    with database.reading() as session:
        dossiers.people(session)
    with database.writing() as session:
        choice = {"choice": "cancelled", "action": "connect", "site": "linkedin", "verdict": "hold"}
        session.add(Choice(id=new_id(), at=datetime.now(UTC), rule=None, person=None, **choice))
    assert database.revision() == start + 1


def test_a_change_that_fails_is_not_kept_and_does_not_count(database: Database) -> None:
    start = database.revision()
    profile = ["https://www.linkedin.com/in/jane-doe/"]
    with database.writing() as session:
        interviewers.add(session, NewInterviewer("Jane Doe", identities=profile))
    joan = NewInterviewer("Joan Roe", identities=profile)
    with pytest.raises(Conflict), database.writing() as session:
        track(session, NewApplication("Acme"), joan, Role.INTERVIEWER)
    assert database.revision() == start + 1
    with database.reading() as session:
        assert session.scalars(select(Company)).all() == []


def test_a_moment_is_kept_to_the_microsecond_whatever_its_zone(database: Database) -> None:
    moment = datetime(2026, 10, 25, 2, 30, 0, 123456, timezone(timedelta(hours=5, minutes=45)))
    jane = fill(database)
    with database.writing() as session:
        row = interactions.add(session, interactions.NewInteraction(jane, HistoryKind.CALL, moment))
        row_id = row.id
    with database.reading() as session:
        kept = nouns.get(session, Interaction, row_id).at
    assert kept == moment
    assert kept.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    jane = fill(database)
    naive = datetime(2026, 1, 1)  # noqa: DTZ001 - the fault that is tried
    with pytest.raises(Exception, match="zone"), database.writing() as session:
        interactions.add(session, interactions.NewInteraction(jane, HistoryKind.CALL, naive))


@pytest.mark.sqlite
def test_two_writers_wait_for_each_other(database: Database, folder: Folder) -> None:
    second = Database(f"sqlite:///{folder.database}")
    with database.writing() as one:
        applications.add(one, NewApplication("Acme"))
        one.flush()
        with second.reading() as two:
            assert two.scalars(select(Company)).all() == []
    with second.writing() as two:
        applications.add(two, NewApplication("Beta"))
    second.engine.dispose()
    with database.reading() as session:
        assert {company.name for company in session.scalars(select(Company))} == {"Acme", "Beta"}


@pytest.mark.sqlite
def test_a_writer_has_the_data_to_itself_from_its_first_read_on(database: Database, folder: Folder) -> None:
    """Else another could write before it does, and what it read would be so no more."""
    with database.writing() as session, closing(sqlite3.connect(folder.database, timeout=0)) as other:
        session.scalars(select(Company)).all()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")


def test_what_changed_meanwhile_is_not_overwritten(database: Database) -> None:
    jane = fill(database)
    with database.writing() as session, pytest.raises(Stale):
        interviewers.change(session, nouns.get(session, Interviewer, jane), 99, NewInterviewer("Joan"))


def test_the_same_page_cannot_be_two_companies(database: Database) -> None:
    with database.writing() as session:
        applications.add(session, NewApplication("Acme", pages=["https://www.facebook.com/acme"]))
    with pytest.raises(Conflict, match="Acme"), database.writing() as session:
        applications.add(session, NewApplication("Beta", pages=["https://www.facebook.com/acme"]))


def test_ids_carry_their_time_first_and_are_of_version_seven() -> None:
    ids = [new_id() for _ in range(100)]
    assert {one.version for one in ids} == {7}
    assert abs((ids[0].int >> 80) / 1000 - datetime.now(UTC).timestamp()) < 60
    assert [one.int >> 80 for one in ids] == sorted(one.int >> 80 for one in ids)


def test_what_was_worked_out_is_forgotten_at_the_next_change() -> None:
    revision = [1]
    kept = Kept(lambda: revision[0])
    made: list[int] = []
    for now in (1, 1, 2):
        revision[0] = now
        kept.refresh()
        kept.get("it", lambda: made.append(1))
    assert len(made) == 2


@pytest.mark.parametrize(
    ("kind", "whole"), [(Application, applications.WHOLE), (Interviewer, interviewers.WHOLE)]
)
def test_a_list_is_not_read_row_by_row(
    database: Database, kind: type[Application | Interviewer], whole: tuple[ORMOption, ...]
) -> None:
    starts = datetime(2026, 3, 4, 14, tzinfo=UTC)
    booking = Booking(starts, starts + timedelta(hours=1), "Europe/Berlin")
    with database.writing() as session:
        for number in range(5):
            new = NewApplication(f"Company {number}", interviews=[booking], pages=[f"facebook:id:{number}"])
            track(
                session,
                new,
                NewInterviewer(f"Person {number}", identities=[f"linkedin:member:{number}"]),
                Role.INTERVIEWER,
            )

    def statements(limit: int) -> int:
        asked: list[str] = []

        def note(*said: Any) -> None:
            asked.append(said[2])

        with database.reading() as session:
            event.listen(database.engine, "before_cursor_execute", note)
            for row in nouns.some(session, kind, None, limit, whole):
                assert (
                    [row.company.pages, row.interviews]
                    if isinstance(row, Application)
                    else [row.identities, row.parts]
                )
            event.remove(database.engine, "before_cursor_execute", note)
        return len(asked)

    assert statements(5) == statements(1)
