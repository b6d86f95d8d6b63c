"""Bringing a backup back under a running service: poured into the open database, all in one transaction."""

# ruff: noqa: S608 - the names are those of our own tables

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from poise.config import Folder
from poise.locks import locked
from poise.store.copying import believe, copy
from poise.store.database import PRAGMAS, Database
from poise.store.models import Account, Base, Browser
from poise.store.restoring import aside_of, clear, prepare
from poise.store.soundness import SCHEMA

STAYS = {
    Browser.__tablename__
}  # who is connected now stays so, and a key that was taken away stays worthless


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
    (revision,) = connection.execute(f"SELECT max(revision) FROM {Account.__tablename__}").fetchone()
    for table in Base.metadata.sorted_tables:
        if table.name in STAYS:
            continue
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        connection.execute(f"DELETE FROM main.{table.name}")
        connection.execute(
            f"INSERT INTO main.{table.name} ({columns}) SELECT {columns} FROM other.{table.name}"
        )
    # One more than ever before, so that nobody takes what they worked out earlier for what is so now.
    connection.execute(f"UPDATE {Account.__tablename__} SET revision = ?", (revision + 1,))
