"""What one judgement says: plain frozen values, in the words of one language."""

from dataclasses import dataclass
from datetime import datetime

from poise.etiquette.facts import Level, Stage


@dataclass(frozen=True, slots=True)
class Source:
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """A better step: what, over which channel, until when, and whether it is done already."""

    kind: str
    channel: str | None
    due: datetime | None
    done: bool
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer of `judge`; `rule` is null where nothing spoke."""

    verdict: Level
    rule: str | None
    rules: tuple[str, ...]
    stage: Stage
    waiting_days: int | None
    headline: str
    reason: str
    source: Source | None
    grade: str | None
    contested: str | None
    instead: tuple[Alternative, ...]
    note: str | None
    valid_until: datetime | None
