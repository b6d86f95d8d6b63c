"""One database, opened: its pragmas, its transactions, and the scope of one owner around every query."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Lock
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, create_engine, event, insert, select, update
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction, with_loader_criteria

from poise.store.models import Account, Choice, Owned

ALONE = "AUTOCOMMIT"  # each statement by itself, and so seeing what was written just before
LOCAL = UUID("01890000-0000-7000-8000-000000000000")
PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "secure_delete": "ON",
    "foreign_keys": "ON",
    "busy_timeout": "5000",
    "trusted_schema": "OFF",
}


class OwnersSession(Session):
    """A session within one owner's scope, which no query leaves."""


class Database:
    """The facts of one owner. Both `reading` and `writing` give a session in one transaction."""

    def __init__(self, url: str, owner: UUID = LOCAL) -> None:
        self.owner = owner
        self.engine = create_engine(url)
        if self.engine.dialect.name == "sqlite":
            _prepare_sqlite(self.engine)
        asked = select(Account.revision).where(Account.id == owner)  # by every call: compiled once
        self._revision = str(asked.compile(self.engine, compile_kwargs={"literal_binds": True}))
        self._watch = self.engine.connect().execution_options(isolation_level=ALONE)
        self._watching = Lock()
        self._writer = self.engine.execution_options(writes=True)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with OwnersSession(self.engine, info={"owner": self.owner}) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """All of it is kept when the block ends, none of it if it raises."""
        with OwnersSession(self._writer, info={"owner": self.owner}) as session, session.begin():
            yield session

    def revision(self) -> int:
        """The number of changes so far; while it stays, every answer stays."""
        with self._watching:
            revision: int = self._watch.exec_driver_sql(self._revision).scalar_one()
        return revision

    def clear_log(self) -> bool:
        """Bring what lies in SQLite's log into the one file, and empty it; False where a reader is in the way."""
        if self.engine.dialect.name != "sqlite":
            return True
        with self.engine.connect().execution_options(isolation_level=ALONE) as connection:
            busy: int = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
        return not busy

    def close(self) -> None:
        """Close all connections, and leave everything in the one file."""
        self._watch.close()
        self.clear_log()
        self.engine.dispose()


def owner_of(session: Session) -> UUID:
    owner: UUID = session.info["owner"]
    return owner


def ensure_account(connection: Connection, owner: UUID) -> None:
    """Make the owner's account in a new database."""
    if connection.scalar(select(Account.id).where(Account.id == owner)) is None:
        connection.execute(insert(Account).values(id=owner, created_at=datetime.now(UTC)))


def _prepare_sqlite(engine: Engine) -> None:
    """Our pragmas on every connection; transactions begun by us, so that a writer waits, and never fails."""

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        for name, value in PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("isolation_level") != ALONE:
            connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")


@event.listens_for(OwnersSession, "do_orm_execute")
def _only_own(state: ORMExecuteState) -> None:
    """Whatever is read is the owner's."""
    owner = owner_of(state.session)
    state.statement = state.statement.options(
        with_loader_criteria(Owned, lambda table: table.owner == owner, include_aliases=True)
    )


@event.listens_for(OwnersSession, "before_flush")
def _becomes_own(session: Session, _context: UOWTransaction, _instances: Any) -> None:
    """Whatever is written becomes the owner's, and counts as one change for each transaction."""
    for row in session.new:
        if isinstance(row, Owned):
            row.owner = owner_of(session)
    changed = [row for row in (*session.new, *session.deleted, *session.dirty) if isinstance(row, Owned)]
    if any(not isinstance(row, Choice) for row in changed):
        count_change(session)


def count_change(session: Session) -> None:
    """Count one change of the data for this transaction, so that every answer is worked out anew."""
    if not session.info.get("counted"):
        session.info["counted"] = True
        count = update(Account).where(Account.id == owner_of(session))
        session.execute(
            count.values(revision=Account.revision + 1), execution_options={"synchronize_session": False}
        )
