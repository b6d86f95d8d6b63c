"""What one judgement is made from: plain frozen values, no clock, no storage.

Instants are given with an offset and kept in UTC, so that comparing and adding to them is exact whatever the
clocks do. The names follow the scenario that `poise judge` reads.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from itertools import chain
from operator import attrgetter

INSTANT = attrgetter("at")


class Name(StrEnum):
    """A name out of a closed list, which hashes as the text that it equals."""

    __hash__ = str.__hash__


class Stage(Name):
    """Where an application stands; derived from its facts and the clock, stored nowhere."""

    APPLIED = "applied"
    SCHEDULED = "scheduled"
    AWAITING = "awaiting"
    OFFERED = "offered"
    HIRED = "hired"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class OutcomeKind(Name):
    OFFER = "offer"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Role(Name):
    """What a person is in one application; only interviewers are guarded and counted."""

    INTERVIEWER = "interviewer"
    RECRUITER = "recruiter"
    REFERRER = "referrer"


class Action(Name):
    CONNECT = "connect"
    FRIEND = "friend"
    FOLLOW = "follow"
    MESSAGE = "message"
    COMMENT = "comment"
    REACT = "react"
    WALL_POST = "wall_post"
    WALL_COMMENT = "wall_comment"
    VIEW = "view"
    THANK_YOU = "thank_you"
    FOLLOW_UP = "follow_up"


WALLS = frozenset({Action.WALL_POST, Action.WALL_COMMENT})  # on a company's own page, and so towards it


class Site(Name):
    LINKEDIN = "linkedin"
    FACEBOOK = "facebook"
    X = "x"
    INSTAGRAM = "instagram"
    XING = "xing"


class Channel(Name):
    EMAIL = "email"
    PHONE = "phone"
    HANDWRITTEN = "handwritten"
    LINKEDIN = "linkedin"
    FACEBOOK = "facebook"
    X = "x"
    INSTAGRAM = "instagram"
    XING = "xing"


class Gate(Name):
    """A control opens the way (first), sends (last), or does both at once (only)."""

    FIRST = "first"
    LAST = "last"
    ONLY = "only"


class HistoryKind(Name):
    THANK_YOU = "thank_you"
    FOLLOW_UP = "follow_up"
    COMMENT = "comment"
    MESSAGE = "message"
    CONNECT = "connect"
    CALL = "call"
    THEY_WROTE = "they_wrote"
    THEY_CONNECTED = "they_connected"


# What the user did that opens no channel: a comment, a request that waits for an answer.
ONE_SIDED = frozenset({HistoryKind.COMMENT, HistoryKind.CONNECT})


class Level(Name):
    """How strict a verdict is, mildest first."""

    ALLOW = "allow"
    CAUTION = "caution"
    HOLD = "hold"


def instant(at: datetime) -> datetime:
    """The same instant in UTC; ValueError for a time without an offset."""
    if at.tzinfo is UTC:
        return at
    if at.tzinfo is None:
        raise ValueError(f"{at} has no offset")
    return at.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Interview:
    starts: datetime
    ends: datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", instant(self.starts))
        object.__setattr__(self, "ends", instant(self.ends))


@dataclass(frozen=True, slots=True)
class Outcome:
    kind: OutcomeKind
    at: datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", instant(self.at))


@dataclass(frozen=True, slots=True)
class Application:
    """One application; `role` is the job, `part` is what the person judged is in it.

    `first_end` is when the first interview ends or ended.
    """

    company: str
    role: str | None = None
    applied_on: date | None = None
    interviews: tuple[Interview, ...] = ()
    outcome: Outcome | None = None
    slow_process: bool = False
    part: Role = Role.INTERVIEWER
    first_end: datetime | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ends = [interview.ends for interview in self.interviews]
        object.__setattr__(self, "first_end", min(ends, default=None))


@dataclass(frozen=True, slots=True)
class Interviewer:
    name: str
    profiles: tuple[str, ...] = ()
    trusted: bool = False
    earlier_contact: frozenset[Channel] = frozenset()


@dataclass(frozen=True, slots=True)
class Interaction:
    """Something that passed between the user and the person; `channel` null where it is not known."""

    kind: HistoryKind
    at: datetime
    channel: Channel | None = None
    text: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", instant(self.at))


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known for one judgement. No interviewer: the judgement is about the company's page.

    The history is kept oldest first, as a whole and by what was asked of it, since each judgement asks many times.
    """

    applications: tuple[Application, ...]
    interviewer: Interviewer | None = None
    history: tuple[Interaction, ...] = ()
    _by_kind: Mapping[HistoryKind, Sequence[Interaction]] = field(init=False, repr=False, compare=False)
    _records: dict[frozenset[HistoryKind], Sequence[Interaction]] = field(
        init=False, repr=False, compare=False
    )
    _begun: dict[Channel | None, datetime] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_kind = defaultdict[HistoryKind, list[Interaction]](list)
        begun: dict[Channel | None, datetime] = {}
        history = tuple(sorted(self.history, key=INSTANT))
        for entry in history:
            by_kind[entry.kind].append(entry)
            if entry.kind not in ONE_SIDED:
                begun.setdefault(entry.channel, entry.at)
        object.__setattr__(self, "history", history)
        object.__setattr__(self, "_by_kind", dict(by_kind))
        object.__setattr__(self, "_records", {})
        object.__setattr__(self, "_begun", begun)

    def record(self, kinds: frozenset[HistoryKind]) -> Sequence[Interaction]:
        """The history of these kinds, oldest first, what lies in the future included."""
        known = self._records.get(kinds)
        if known is None:
            found = [some for kind in kinds if (some := self._by_kind.get(kind))]
            known = found[0] if len(found) == 1 else sorted(chain.from_iterable(found), key=INSTANT)
            self._records[kinds] = known
        return known

    def first_contact(self, channel: Channel | None) -> datetime | None:
        """When contact on a channel began; a comment or a request that waits for an answer is none."""
        return self._begun.get(channel)


@dataclass(frozen=True, slots=True)
class Intent:
    """What the user is about to do: on a page (`site`), or off it (`channel`)."""

    action: Action
    site: Site | None = None
    channel: Channel | None = None
    gate: Gate = Gate.LAST
    text: str | None = None
    with_note: bool = False
