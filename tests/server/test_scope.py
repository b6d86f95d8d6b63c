"""Whatever is asked or written stays within one owner's scope."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from poise.errors import Missing
from poise.etiquette.facts import HistoryKind
from poise.store import dossiers, interactions, interviewers, nouns
from poise.store.database import Database
from poise.store.models import Account, Application, Base, Company, Interviewer, Owned
from poise.store.naming import new_id
from tests.server.owners import OTHER, fill


def test_the_owner_comes_first_in_every_key() -> None:
    for table in Base.metadata.sorted_tables:
        first = next(iter(table.primary_key.columns))
        assert first.name == ("id" if table.name == "accounts" else "owner"), table.name
        for index in table.indexes:
            assert next(iter(index.columns)).name == "owner", index.name
        for link in table.foreign_key_constraints:
            assert link.column_keys[0] == "owner", table.name


def test_every_owned_table_is_scoped() -> None:
    """A new table that forgets its owner would be seen by all."""
    rows = {mapper.class_ for mapper in Base.registry.mappers}
    assert {row for row in rows if not issubclass(row, Owned)} == {Account}


def test_nobody_sees_or_changes_what_is_anothers(database: Database, neighbour: Database) -> None:
    jane = fill(database)
    with neighbour.reading() as session:
        for model in (Company, Application, Interviewer):
            assert session.scalars(select(model)).all() == []
            assert session.scalar(select(func.count()).select_from(model)) == 0
        assert dossiers.people(session) == []
        assert dossiers.with_identity(session, ["https://www.linkedin.com/in/jane-doe/"]) == []
        assert interviewers.by_name(session, "Jane Doe") == []
        with pytest.raises(Missing):
            nouns.get(session, Interviewer, jane)


def test_the_same_ids_and_names_of_two_owners_do_not_meet(database: Database, neighbour: Database) -> None:
    fill(database)
    fill(neighbour)
    with database.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM companies")).scalar() == 2
    for one in (database, neighbour):
        with one.reading() as session:
            assert len(dossiers.people(session)) == 1


def test_what_is_written_becomes_the_writers_whatever_it_says(
    database: Database, neighbour: Database
) -> None:
    with neighbour.writing() as session:
        session.add(Company(owner=database.owner, id=new_id(), name="Acme", folded="acme"))
    with database.reading() as session:
        assert session.scalars(select(Company)).all() == []


def test_a_link_to_anothers_row_is_refused(database: Database, neighbour: Database) -> None:
    jane = fill(database)
    with pytest.raises(Missing), neighbour.writing() as session:
        interactions.add(session, interactions.NewInteraction(jane, HistoryKind.CALL, datetime.now(UTC)))
    with pytest.raises(IntegrityError), database.engine.begin() as connection:
        connection.execute(text("UPDATE parts SET owner = :other"), {"other": OTHER.hex})
