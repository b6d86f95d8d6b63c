"""Bringing a backup back under a running service: poured into the open database, all in one transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import ClauseElement, MetaData, Table, delete, func, insert, select, update
from sqlalchemy.dialects import sqlite

from poise.config import Folder
from poise.locks import locked
from poise.store.copying import believe, copy
from poise.store.database import PRAGMAS, Database
from poise.store.models import Account, Base, Browser
from poise.store.replacing import aside_of, clear, prepare
from poise.store.soundness import SCHEMA

# Who is connected now stays so, and a key that was taken away stays worthless.
STAYS = {Browser.__tablename__}


def pour(folder: Folder, database: Database, source: Path) -> Path:
    """Put the data of `source` in the place of what `database` holds; where that was laid aside, whole.

    PoiseError where `source` is not a whole backup that can be read; then nothing is changed.
    """
    believe(source, SCHEMA)
    ready, aside = folder.database.with_name("poise.pouring"), aside_of(folder)
    with locked(folder.path, wait=True):
        clear(ready)
        try:
            prepare(source, ready)
            with _writing(folder.database, ready) as connection:
                copy(folder.database, aside)
                _replace(connection)
        finally:
            clear(ready)
    database.clear_log()
    return aside


@contextmanager
def _writing(path: Path, other: Path) -> Iterator[sqlite3.Connection]:
    """A connection that alone may write until the block ends, with the other database beside it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for name, value in {**PRAGMAS, "foreign_keys": "OFF"}.items():
            connection.execute(f"PRAGMA {name} = {value}")
        connection.execute("ATTACH ? AS other", (str(other),))
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _replace(connection: sqlite3.Connection) -> None:
    (revision,) = connection.execute(_sql(select(func.max(Account.revision)))).fetchone()
    for table in Base.metadata.sorted_tables:
        if table.name in STAYS:
            continue
        here, there = _in(table, "main"), _in(table, "other")
        connection.execute(_sql(delete(here)))
        poured = insert(here).from_select(list(here.c), select(there), include_defaults=False)
        connection.execute(_sql(poured))
    # One more than ever before, so that nobody takes what they worked out earlier for what is so now.
    connection.execute(_sql(update(Account).values(revision=revision + 1)))


def _in(table: Table, database: str) -> Table:
    """The same table of one of the two databases."""
    return table.to_metadata(MetaData(), schema=database)


def _sql(statement: ClauseElement) -> str:
    return str(statement.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
