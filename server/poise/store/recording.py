"""Which rows a transaction touches, and what they were before: noticed while it runs, whoever writes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, event, inspect, select, tuple_
from sqlalchemy.orm import Session, UOWTransaction

from poise.store.database import OwnersSession, owner_of
from poise.store.models import Base

Key = tuple[Any, ...]
Place = tuple[str, Key]  # a table's name, and a key in it without the owner
Values = dict[str, Any]

NOT_UNDONE = {"accounts", "browsers", "changes", "choices", "drafts", "settings"}
TABLES = {table.name: table for table in Base.metadata.sorted_tables if table.name not in NOT_UNDONE}
SOME = 400  # rows that are asked for at once


def touched(session: Session) -> dict[Place, Values | None]:
    """The rows that this transaction has touched so far, as they were before it; None: not there."""
    found: dict[Place, Values | None] = session.info.setdefault("touched", {})
    return found


def added(session: Session, name: str, keys: Iterable[Key]) -> None:
    """Say that rows were written which were not there before."""
    for key in keys:
        touched(session).setdefault((name, key), None)


def rows_at(session: Session, name: str, keys: Iterable[Key]) -> dict[Key, Values]:
    """The rows with these keys as they are in the database now."""
    columns, found = _key_columns(name), {}
    for some in pieces(keys):
        for row in _rows(session, TABLES[name], keyed(name, some)):
            found[tuple(row[column.name] for column in columns)] = row
    return found


def falls_with(session: Session, place: Place) -> Iterator[tuple[Place, Values]]:
    """The rows that the database takes away with one: those that link to it, and so on."""
    name, key = place
    for table, column in _links_to(name):
        for row in _rows(session, table, column == key[0]):
            inner = table.name, tuple(row[one.name] for one in _key_columns(table.name))
            yield inner, row
            yield from falls_with(session, inner)


def are_linked_to(session: Session, name: str, keys: Iterable[Key]) -> bool:
    """Whether any row links to one of these."""
    ids = [key[0] for key in keys]
    return any(_rows(session, table, column.in_(ids)) for table, column in _links_to(name))


def keyed(name: str, keys: Iterable[Key]) -> ColumnElement[bool]:
    """What is true of the rows with these keys; of whichever owner."""
    columns = _key_columns(name)
    if len(columns) == 1:
        return columns[0].in_([key[0] for key in keys])
    return tuple_(*columns).in_(list(keys))


def pieces(keys: Iterable[Key]) -> Iterator[list[Key]]:
    """The keys, as many at once as a database likes to be asked for."""
    listed = iter(keys)
    while some := list(islice(listed, SOME)):
        yield some


def _links_to(name: str) -> Iterator[tuple[Table, Column[Any]]]:
    for table in Base.metadata.sorted_tables:
        for link in table.foreign_key_constraints:
            if link.referred_table.name == name and len(link.columns) == 2:
                yield table, table.c[list(link.column_keys)[1]]


def _rows(session: Session, table: Table, which: ColumnElement[bool]) -> list[Values]:
    columns = [column for column in table.columns if column.name != "owner"]
    asked = select(*columns).where(table.c.owner == owner_of(session), which)
    return [dict(row) for row in session.connection().execute(asked).mappings()]


def _key_columns(name: str) -> list[Column[Any]]:
    return [column for column in Base.metadata.tables[name].primary_key if column.name != "owner"]


def _place(row: Any) -> Place:
    mapper = inspect(row).mapper
    values = zip(mapper.primary_key, mapper.primary_key_from_instance(row), strict=True)
    return mapper.local_table.name, tuple(value for column, value in values if column.name != "owner")


@event.listens_for(OwnersSession, "before_flush")
def _what_was(session: Session, _context: UOWTransaction, _instances: Any) -> None:
    dirty = [row for row in session.dirty if session.is_modified(row)]
    gone = [*session.deleted, *(child for row in dirty for child in _let_go(row))]
    _remember(session, _places((*dirty, *gone)))
    for place in list(_places(gone)):
        for inner, values in falls_with(session, place):
            touched(session).setdefault(inner, values)


def _remember(session: Session, places: Iterable[Place]) -> None:
    keys: dict[str, list[Key]] = defaultdict(list)
    for name, key in places:
        if (name, key) not in touched(session):
            keys[name].append(key)
    for name, new in keys.items():
        found = rows_at(session, name, new)
        touched(session).update({(name, key): found.get(key) for key in new})


def _places(listed: Iterable[Any]) -> Iterator[Place]:
    return (_place(row) for row in listed if inspect(row).mapper.local_table.name in TABLES)


def _let_go(row: Any) -> Iterator[Any]:
    """What was taken out of the row's lists, and so goes with this flush."""
    state = inspect(row)
    for link in state.mapper.relationships:
        if link.cascade.delete_orphan:
            taken = state.attrs[link.key].history.deleted or ()
            yield from (one for one in taken if inspect(one).has_identity)


@event.listens_for(OwnersSession, "after_flush")
def _what_is_new(session: Session, _: UOWTransaction) -> None:
    for place in _places(session.new):
        touched(session).setdefault(place, None)
