"""What a check is made from and what it says: plain frozen values."""

from dataclasses import dataclass
from enum import auto

from poise.etiquette.facts import Name, Site, Stage


class Kind(Name):
    """What is written."""

    THANK_YOU = auto()
    FOLLOW_UP = auto()
    CONNECT_NOTE = auto()
    MESSAGE = auto()
    COMMENT = auto()
    WALL_POST = auto()


class Severity(Name):
    """How much it matters, most first; a hint is no fault."""

    ERROR = auto()
    WARNING = auto()
    HINT = auto()


@dataclass(frozen=True, slots=True)
class Note:
    """A text to somebody. `interviewer`, `company`: their own spelling; `known`: words that the user vouches for.

    `language` is that of the text, `answer_in` that of the findings; `others` are texts sent to other people.
    """

    kind: Kind
    text: str
    language: str = "en"
    answer_in: str = "en"
    interviewer: str | None = None
    company: str | None = None
    site: Site | None = None
    stage: Stage | None = None
    others: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """From `start` up to `end`, in code points of the text; `suggestion` is what could stand there instead."""

    id: str
    severity: Severity
    start: int
    end: int
    message: str
    suggestion: str | None
