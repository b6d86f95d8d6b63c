"""What was changed, newest first, and the way back: each change is undone as a whole, or not at all."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String, and_, cast, delete, event, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from poise.errors import Conflict, Missing
from poise.store import recording, telling
from poise.store.database import OwnersSession, count_change, owner_of
from poise.store.models import Change
from poise.store.naming import new_id
from poise.store.recording import TABLES, Place, Values
from poise.store.rows import decoded, encoded, key_of

LATER = "Something later builds on this: undo that first."


def some(session: Session, before: UUID | None, limit: int) -> list[Change]:
    """At most so many changes, newest first, from behind `before` on."""
    statement = select(Change).order_by(Change.id.desc()).limit(limit)
    return list(session.scalars(statement if before is None else statement.where(Change.id < before)))


def undo(session: Session, change_id: UUID) -> Change:
    """Make it as it was before this change; raises Missing, Conflict where something later builds on it."""
    change = session.get(Change, (owner_of(session), change_id))
    if change is None:
        raise Missing("There is no such change.")
    wanted = [_Step(row) for row in change.rows]
    _check(session, wanted)
    count_change(session)
    try:
        for step in sorted(wanted, key=_Step.order):
            step.take(session)
    except IntegrityError:
        raise Conflict(LATER) from None
    change.undone = True
    session.execute(update(Change).where(Change.id == change.undoes).values(undone=False))
    session.info["undoes"] = change.id
    return change


def forget(session: Session, ids: Iterable[UUID]) -> None:
    """Keep nothing of these things in the history, nor of what this transaction does to them."""
    session.info["unrecorded"] = True
    mentions = [cast(Change.rows, String).contains(str(one)) for one in ids]
    session.execute(delete(Change).where(or_(*mentions)), execution_options={"synchronize_session": False})


class _Step:
    """One row on its way back."""

    def __init__(self, row: Values) -> None:
        self.table: str = row["table"]
        self.before, self.after = row["before"], row["after"]
        self.key = key_of(self.table, decoded(self.table, self.after or self.before))

    @property
    def place(self) -> Place:
        return self.table, self.key

    def order(self) -> tuple[bool, int]:
        """What comes back before what links to it; what goes, the other way round and last."""
        place = list(TABLES).index(self.table)
        return self.before is None, -place if self.before is None else place

    def take(self, session: Session) -> None:
        table = TABLES[self.table]
        own = [table.c.owner == owner_of(session)]
        key = [table.c[column.name] for column in table.primary_key if column.name != "owner"]
        which = and_(*own, *(column == value for column, value in zip(key, self.key, strict=True)))
        now = recording.rows_at(session, self.table, [self.key]).get(self.key)
        recording.touched(session).setdefault(self.place, now)
        if self.before is None:
            if next(recording.falls_with(session, self.place), None):
                raise Conflict(LATER)
            session.connection().execute(delete(table).where(which))
            return
        values = decoded(self.table, self.before)
        if "version" in values:
            values["version"] = (now or values)["version"] + 1
        if self.after is None:
            session.connection().execute(insert(table).values(owner=owner_of(session), **values))
        else:
            session.connection().execute(update(table).where(which).values(**values))


def _check(session: Session, steps: Sequence[_Step]) -> None:
    """Conflict unless everything is still as the change left it."""
    for name in {step.table for step in steps}:
        mine = [step for step in steps if step.table == name]
        now = recording.rows_at(session, name, [step.key for step in mine])
        for step in mine:
            if _plain(name, now.get(step.key)) != _without_version(step.after):
                raise Conflict(LATER)


def _plain(name: str, values: Values | None) -> Values | None:
    return None if values is None else _without_version(encoded(name, values))


def _without_version(row: Values | None) -> Values | None:
    return None if row is None else {name: value for name, value in row.items() if name != "version"}


def watch() -> None:
    """From now on, write down what each transaction changes."""
    if not event.contains(OwnersSession, "before_commit", _write_down):
        event.listen(OwnersSession, "before_commit", _write_down)


def _write_down(session: Session) -> None:
    """One change for one transaction, if it changed anything that can be undone."""
    session.flush()
    touched = session.info.pop("touched", {})
    if not touched or session.info.get("unrecorded"):
        return
    rows = [row for name in TABLES for row in _changed(session, name, touched)]
    if rows:
        undoes = session.info.get("undoes")
        values: dict[str, Any] = {"id": new_id(), "at": datetime.now(UTC), "rows": rows, "undoes": undoes}
        told = {"kind": telling.kind_of(rows), "names": telling.names_of(session, rows), "undone": False}
        session.connection().execute(
            insert(Change.__table__).values(owner=owner_of(session), **values, **told)  # type: ignore[arg-type]
        )


def _changed(session: Session, name: str, touched: dict[Place, Values | None]) -> list[Values]:
    before = {key: values for (table, key), values in touched.items() if table == name}
    now = recording.rows_at(session, name, before)
    pairs = [(values, now.get(key)) for key, values in before.items()]
    return [
        {"table": name, "before": was and encoded(name, was), "after": is_now and encoded(name, is_now)}
        for was, is_now in pairs
        if _plain(name, was) != _plain(name, is_now)
    ]
