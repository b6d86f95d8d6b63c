"""What was changed, newest first, and the way back: each change is undone as a whole, or not at all."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String, cast, delete, event, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from poise.errors import Conflict, Missing, sentence
from poise.store import recording, telling
from poise.store.database import OwnersSession, count_change, owner_of
from poise.store.models import Change
from poise.store.naming import new_id
from poise.store.recording import TABLES, Place, Values
from poise.store.rows import decoded, encoded, key_of
from poise.store.stepping import Step, take_back

_MADE = {"version", "folded"}


def some(session: Session, before: UUID | None, limit: int) -> list[Change]:
    """At most so many changes, newest first, from behind `before` on."""
    statement = select(Change).order_by(Change.id.desc()).limit(limit)
    return list(session.scalars(statement if before is None else statement.where(Change.id < before)))


def undo(session: Session, change_id: UUID) -> Change:
    """Make it as it was before this change; raises Missing, Conflict where something later builds on it."""
    change = session.get(Change, (owner_of(session), change_id))
    if change is None:
        raise Missing(sentence("no_such_change"))
    if change.undone:
        raise Conflict(sentence("already_undone"))
    steps = _steps(change)
    _check(session, steps)
    count_change(session)
    try:
        take_back(session, steps)
    except IntegrityError:
        raise Conflict(sentence("later")) from None
    change.undone = True
    session.execute(update(Change).where(Change.id == change.undoes).values(undone=False))
    session.info["undoes"] = change.id
    return change


def forget(session: Session, ids: Iterable[UUID]) -> None:
    """Keep nothing of these things in the history, nor of what this transaction does to them."""
    session.info["unrecorded"] = True
    mentions = [cast(Change.rows, String).contains(str(one)) for one in ids]
    session.execute(delete(Change).where(or_(*mentions)), execution_options={"synchronize_session": False})


def _steps(change: Change) -> list[Step]:
    steps = []
    for row in change.rows:
        said = row["after"] or row["before"]
        key = key_of(row["table"], decoded(row["table"], said))
        steps.append(Step(row["table"], key, row["before"], row["after"]))
    return steps


def _check(session: Session, steps: Sequence[Step]) -> None:
    """Conflict unless everything is still as the change left it."""
    for name in {step.table for step in steps}:
        mine = [step for step in steps if step.table == name]
        now = recording.rows_at(session, name, [step.key for step in mine])
        for step in mine:
            is_now = now.get(step.key)
            if _bare(is_now and encoded(name, is_now)) != _bare(step.after):
                raise Conflict(sentence("later"))


def _bare(row: Values | None) -> Values | None:
    """A row without its version, which every change counts up, what is made of its name, and what is empty."""
    return None if row is None else {name: row[name] for name in _full(row) if name not in _MADE}


def _full(row: Values) -> Values:
    return {name: value for name, value in row.items() if value is not None}


def watch() -> None:
    """From now on, write down what each transaction changes."""
    if not event.contains(OwnersSession, "before_commit", _write_down):
        event.listen(OwnersSession, "before_commit", _write_down)


def _write_down(session: Session) -> None:
    """One change for one transaction, if it changed anything that can be undone."""
    session.flush()
    rows = _rows_changed(session)
    if rows:
        undoes = session.info.get("undoes")
        values: dict[str, Any] = {"id": new_id(), "at": datetime.now(UTC), "rows": rows, "undoes": undoes}
        kind = telling.kind_of(_turned(rows) if undoes else rows)
        told = {"kind": kind, "names": telling.names_of(session, rows), "undone": False}
        session.connection().execute(
            insert(Change.__table__).values(owner=owner_of(session), **values, **told)  # type: ignore[arg-type]  # a table
        )


def _turned(rows: Sequence[Values]) -> list[Values]:
    """What took a change back, as that change: its kind is that of what is undone."""
    return [row | {"before": row["after"], "after": row["before"]} for row in rows]


def _rows_changed(session: Session) -> list[Values]:
    touched = session.info.pop("touched", {})
    if session.info.get("unrecorded"):
        return []
    return [row for name in TABLES for row in _changed(session, name, touched)]


def _changed(session: Session, name: str, touched: dict[Place, Values | None]) -> Iterator[Values]:
    """What became of the rows of one table; read in pieces, for an import touches very many."""
    keys = [key for table, key in touched if table == name]
    for start in range(0, len(keys), recording.SOME):
        some = keys[start : start + recording.SOME]
        now = recording.rows_at(session, name, some)
        for was, is_now in ((touched[name, key], now.get(key)) for key in some):
            before = was and _full(encoded(name, was))
            after = is_now and _full(encoded(name, is_now))
            if _bare(before) != _bare(after):
                yield {"table": name, "before": before, "after": after}
