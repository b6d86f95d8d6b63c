"""What a file offers, as facts; and the preview: one row for each thing that taking it would do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from poise.etiquette.facts import Channel, HistoryKind, Outcome, Role
from poise.intake.dates import Order

Progress = Callable[[float], None]  # how much of the work is done, from 0 to 1
Profiles = Callable[[str], tuple[str, ...]]  # the marks of an address; none if it is nobody's profile


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    part: Role = Role.INTERVIEWER
    profiles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """An interview in a calendar. `mark`: which event it is; `order`: a later one replaces an earlier one.

    `doubt`: why it is not taken unless the user chooses it; null where it is plainly one.
    """

    mark: str
    order: tuple[int, datetime]
    called_off: bool
    starts: datetime
    ends: datetime
    zone: str
    title: str
    company: str | None
    people: tuple[Person, ...]
    doubt: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Contact:
    """Something that passed on a site between the user and somebody; `kind` null: they are connected."""

    kind: HistoryKind | None
    name: str
    at: datetime
    profiles: tuple[str, ...] = ()
    company: str | None = None
    channel: Channel = Channel.LINKEDIN


@dataclass(frozen=True, slots=True)
class Sought:
    """One application as another tracker has it."""

    company: str
    role: str | None
    applied_on: date | None
    outcome: Outcome | None
    interviews: tuple[tuple[datetime, datetime], ...]
    person: Person | None
    notes: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Records:
    """What an export has and we have not: the rows of each table, in an order in which they can be written.

    `kept`: how many are here already in another state, and stay as they are.
    """

    tables: Mapping[str, list[dict[str, Any]]]
    kept: int


Offer = Meeting | Contact | Sought | Records


class Does(StrEnum):
    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that taking the file would do. `chosen`: whether it is taken if nobody says otherwise.

    `id` is the same whenever the same file is read again; `says` and `doubt` are keys of words.toml, which
    `values` fills in. `target`: the person or application of ours that it is about.
    """

    id: str
    does: Does
    says: str
    values: Mapping[str, object]
    offers: tuple[Offer, ...]
    doubt: str | None = None
    target: UUID | None = None

    @property
    def chosen(self) -> bool:
        return self.doubt is None


@dataclass(slots=True)
class Preview:
    """`findings`: what the user should know; `notes`: how the file was read; each a key of words.toml.

    `same`: what is known already; `others`: what is no concern of Poise's.
    """

    rows: list[Row] = field(default_factory=list)
    findings: list[tuple[str, Mapping[str, object]]] = field(default_factory=list)
    notes: list[tuple[str, Mapping[str, object]]] = field(default_factory=list)
    same: int = 0
    others: int = 0
    mapping: Mapping[str, str] = field(default_factory=dict)
    mine: tuple[str, ...] = ()

    def note(self, key: str, **values: object) -> None:
        self.notes.append((key, values))


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user said about a file, and where and when they are.

    `mine`: their own addresses; `mapping`: field to header; `company`: whose interviews these are, where the
    file does not say; `dates`: which comes first where a date is three numbers.
    """

    zone: ZoneInfo
    now: datetime
    profiles: Profiles
    mine: frozenset[str] = frozenset()
    mapping: Mapping[str, str] = field(default_factory=dict)
    company: str | None = None
    dates: Order | None = None
    progress: Progress = lambda _: None
