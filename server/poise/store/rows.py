"""Whole rows as they travel in an export: every table but accounts, browsers and changes, every column but the owner."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import JSON, Boolean, Column, Date, Integer, LargeBinary, String, Table, Uuid, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from poise.errors import BadInput, sentence
from poise.etiquette.facts import Channel, HistoryKind, OutcomeKind, Role
from poise.faults import nul_faults
from poise.store import recording
from poise.store.database import count_change, owner_of
from poise.store.kinds import Instant, Words
from poise.store.models import Base
from poise.store.naming import folded, folded_company
from poise.text import uncased

Row = dict[str, Any]
FOLDS = {"interviewers": folded, "companies": folded_company, "aliases": folded_company}

_ASIDE = re.compile(r" ?[(,].*")
LONGEST = 20_000  # characters of one value
_KEPT_HERE = {"accounts", "browsers", "changes"}  # a key is of use to this machine alone, and so is an undo
TABLES = {table.name: table for table in Base.metadata.sorted_tables if table.name not in _KEPT_HERE}
NAMES = tuple(TABLES)  # whatever a row links to comes before it
WORDS: Mapping[tuple[str, str], type[StrEnum]] = {
    ("parts", "part"): Role,
    ("interactions", "kind"): HistoryKind,
    ("interactions", "channel"): Channel,
    ("applications", "outcome"): OutcomeKind,
    ("interviewers", "earlier_contact"): Channel,
}


def columns_of(name: str) -> list[Column[Any]]:
    return [column for column in TABLES[name].columns if column.name != "owner"]


def key_of(name: str, row: Row) -> tuple[Any, ...]:
    """What tells a row of this table from every other."""
    return tuple(row[column.name] for column in TABLES[name].primary_key if column.name != "owner")


def everything(session: Session, name: str) -> list[Row]:
    """All rows of a table in the order of their keys, as Python values."""
    table = TABLES[name]
    wanted = select(*columns_of(name)).where(table.c.owner == owner_of(session))
    found = session.connection().execute(wanted.order_by(*table.primary_key))
    return [dict(row) for row in found.mappings()]


def add_rows(session: Session, name: str, rows: Iterable[Row]) -> None:
    """Write rows as they are; BadInput where one contradicts another, or names what is not there."""
    owner = owner_of(session)
    listed = [{"owner": owner} | row for row in rows]
    if not listed:
        return
    count_change(session)
    try:
        session.connection().execute(insert(TABLES[name]), listed)
    except IntegrityError:
        raise BadInput([(name, sentence("rows_contradict"))]) from None
    recording.added(session, name, (key_of(name, row) for row in listed))


def encoded(name: str, row: Row) -> Row:
    """A row in what JSON has: ids and times as text, words as a list."""
    return {column.name: _said(row[column.name]) for column in columns_of(name)}


def decoded(name: str, row: Row) -> Row:
    """The opposite; for a row in which `faults` found none. An older version folded names otherwise."""
    read = {column.name: _read(column, row.get(column.name, _default(column))) for column in columns_of(name)}
    return read | ({"folded": FOLDS[name](read["name"])} if name in FOLDS else {})


def faults(name: str, row: Any) -> Iterator[tuple[str, str]]:
    """What is wrong in a row as it came: place and fault, nothing of what it says."""
    if not isinstance(row, dict):
        yield "", "This is no row."
        return
    known = {column.name: column for column in columns_of(name)}
    yield from ((f".{column[:60]}", "This column is not known.") for column in row if column not in known)
    for column in known.values():
        if column.name in row or not (column.nullable or column.default):
            fault = _fault(TABLES[name], column, row.get(column.name))
            if fault:
                yield f".{column.name}", fault
    if name in FOLDS and not _is_folded(FOLDS[name], str(row.get("folded")), str(row.get("name"))):
        yield ".folded", "This is not how the name is compared."
    if {"starts", "ends"} <= known.keys() and not str(row.get("starts")) < str(row.get("ends")):
        yield ".ends", "An interview ends after it starts."


def _is_folded(fold: Callable[[str], str], said: str, written: str) -> bool:
    """Now, or by an older version, which left out what follows a comma or bracket."""
    older = _ASIDE.sub("", uncased(written)) or uncased(written)
    return fold(said) == fold(written) or uncased(said) == older


def _said(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    return str(value) if isinstance(value, UUID) else value


def _default(column: Column[Any]) -> Any:
    return column.default.arg if isinstance(column.default, ScalarElementColumnDefault) else None


def _read(column: Column[Any], value: Any) -> Any:
    """The Python value of one from JSON; ValueError or TypeError where it is none of this column's."""
    kind = column.type
    if value is None and column.nullable:
        return None
    if isinstance(kind, Uuid):
        return UUID(_expect(str, value))
    if isinstance(kind, Instant):
        return _instant(_expect(str, value))
    if isinstance(kind, Date):
        return date.fromisoformat(_expect(str, value))
    if isinstance(kind, Words):
        return frozenset(_expect(str, word) for word in _expect(list, value))
    if isinstance(kind, LargeBinary):
        return bytes.fromhex(_expect(str, value))
    if isinstance(kind, JSON):
        return value
    wanted = bool if isinstance(kind, Boolean) else int if isinstance(kind, Integer) else str
    return _expect(wanted, value)


def _expect(kind: type[Any], value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError
    return value


def _instant(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None or not 1900 <= at.year <= 9000:
        raise ValueError
    return at.astimezone(UTC)


def _fault(table: Table, column: Column[Any], value: Any) -> str | None:
    try:
        read = _read(column, value)
    except (ValueError, TypeError):
        return "This is no value for this column."
    for _, nul in nul_faults(read):
        return f"This {nul}."
    words = WORDS.get((table.name, column.name))
    if words and not set(read if isinstance(read, frozenset) else [read]) <= {None, *words}:
        return f"This is none of {', '.join(words)}."
    if isinstance(read, str) and (fault := _text_fault(column, read)):
        return fault
    return "This number is too large." if isinstance(read, int) and abs(read) >= 2**31 else None


def _text_fault(column: Column[Any], text: str) -> str | None:
    longest = (column.type.length if isinstance(column.type, String) else None) or LONGEST
    if len(text) > longest or _is_broken(text):
        return "This text cannot be kept."
    if column.name == "zone" and not _is_zone(text):
        return "This time zone is not known."
    return None


def _is_broken(text: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in text)


def _is_zone(name: str) -> bool:
    try:
        return bool(ZoneInfo(name).key)
    except (OSError, ValueError, ZoneInfoNotFoundError):
        return False
