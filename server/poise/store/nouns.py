"""What all things with an id of the client's have in common: made once, changed by version."""

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified
from sqlalchemy.orm.interfaces import ORMOption

from poise.errors import Conflict, Missing, Stale, sentence
from poise.store.database import owner_of
from poise.store.models import Noun

Row = TypeVar("Row", bound=Noun)


def find(session: Session, kind: type[Row], row_id: UUID) -> Row | None:
    return session.get(kind, (owner_of(session), row_id))


def get(session: Session, kind: type[Row], row_id: UUID) -> Row:
    """The thing with this id; raises Missing."""
    row = find(session, kind, row_id)
    if row is None:
        raise Missing(sentence("gone"))
    return row


def made_before(session: Session, kind: type[Row], row_id: UUID, made_from: str) -> Row | None:
    """What this id was made to be before, by the same words; raises Conflict if by others."""
    row = find(session, kind, row_id)
    if row is not None and row.made_from != made_from:
        raise Conflict(sentence("id_taken"))
    return row


def expect(row: Noun, version: int | None) -> None:
    """Raise Stale unless the thing is still in this version; None takes any."""
    if version is not None and row.version != version:
        raise Stale(sentence("changed_meanwhile"))


def changed(row: Noun) -> None:
    """Count a change, also where it lies in what belongs to the thing."""
    flag_modified(row, "made_from")


def some(
    session: Session, kind: type[Row], after: UUID | None, limit: int, whole: Sequence[ORMOption] = ()
) -> list[Row]:
    """At most so many, by id, from behind `after` on; `whole`: what belongs to each is read along with all."""
    statement = select(kind).order_by(kind.id).limit(limit).options(*whole)
    return list(session.scalars(statement if after is None else statement.where(kind.id > after)))
