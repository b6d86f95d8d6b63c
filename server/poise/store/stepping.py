"""The rows of a change put back as they were: table by table, for an import may have touched very many."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, insert, update
from sqlalchemy.orm import Session

from poise.errors import Conflict, sentence
from poise.store.database import owner_of
from poise.store.recording import TABLES, Key, Values, are_linked_to, keyed, pieces, rows_at, touched
from poise.store.rows import decoded


@dataclass(frozen=True, slots=True)
class Step:
    """One row on its way from `after` back to `before`; None where there was none."""

    table: str
    key: Key
    before: Values | None
    after: Values | None


def take_back(session: Session, steps: Sequence[Step]) -> None:
    """What comes back before what links to it; what goes, the other way round and last.

    Raises Conflict where something that stays links to what goes, IntegrityError where a link would lead nowhere.
    """
    for name in TABLES:
        _put_back(session, name, [step for step in steps if step.table == name and step.before is not None])
    for name in reversed(TABLES):
        _take_away(session, name, [step for step in steps if step.table == name and step.before is None])


def _put_back(session: Session, name: str, steps: Sequence[Step]) -> None:
    table, owner, gone = TABLES[name], owner_of(session), list[Values]()
    now = _noted(session, name, steps)
    for step in steps:
        values, is_now = decoded(name, step.before or {}), now.get(step.key)
        if "version" in values:
            values["version"] = (is_now or values)["version"] + 1
        if is_now is None:
            gone.append({"owner": owner} | values)
        else:
            which = table.c.owner == owner, keyed(name, [step.key])
            session.connection().execute(update(table).where(*which).values(**values))
    if gone:
        session.connection().execute(insert(table), gone)


def _take_away(session: Session, name: str, steps: Sequence[Step]) -> None:
    table, owner = TABLES[name], owner_of(session)
    _noted(session, name, steps)
    for some in pieces(step.key for step in steps):
        if are_linked_to(session, name, some):
            raise Conflict(sentence("later"))
        session.connection().execute(delete(table).where(table.c.owner == owner, keyed(name, some)))


def _noted(session: Session, name: str, steps: Sequence[Step]) -> dict[Key, Values]:
    """What the rows are now, written down for the change that taking them back is itself."""
    now = rows_at(session, name, (step.key for step in steps))
    for step in steps:
        touched(session).setdefault((name, step.key), now.get(step.key))
    return now
