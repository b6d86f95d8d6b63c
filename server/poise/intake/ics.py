"""A calendar file taken apart into its events, without understanding them yet: whole, or refused with the line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from poise.errors import sentence
from poise.intake.offers import Progress
from poise.intake.tables import cap
from poise.intake.upload import Text

_UID = re.compile(r"^UID(?:;[^:\n]*)?:(.*)$", re.MULTILINE | re.IGNORECASE)
_FOLD = re.compile(r"\n[ \t]")
_EVERY = 20_000  # lines between two words on how far we are


@dataclass(frozen=True, slots=True)
class Block:
    """One event as it stands in the file, from the line where it begins."""

    line: int
    text: str

    @property
    def plain(self) -> str:
        """Its lines unfolded."""
        return _FOLD.sub("", self.text)

    @property
    def uid(self) -> str:
        found = _UID.search(self.plain)
        return found[1].strip() if found else ""


@dataclass(slots=True)
class Calendar:
    """`head`: its properties, unfolded; `zones`: its own definitions of time zones."""

    head: list[str] = field(default_factory=list)
    zones: list[Block] = field(default_factory=list)
    events: list[Block] = field(default_factory=list)

    def value(self, name: str) -> str:
        """What the calendar says of itself under this name."""
        found = (line.partition(":") for line in self.head)
        return next((value.strip() for key, _, value in found if key.partition(";")[0].upper() == name), "")


def calendars(text: Text, progress: Progress) -> list[Calendar]:
    """All calendars of a file; BadInput at the line where it is damaged or breaks off."""
    reading = _Reading(text)
    lines = text.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, start=1):
        if number % _EVERY == 0:
            progress(number / len(lines))
        reading.take(number, line)
    return reading.done(len(lines))


class _Reading:
    """Where we are in the file: which components are open, and the one that is being gathered."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._open: list[str] = []
        self._lines: list[str] = []
        self._began = self._size = self._events = 0
        self._made: list[Calendar] = []

    def take(self, number: int, line: str) -> None:
        word, _, name = line.partition(":")
        kind = word.upper()
        if kind == "BEGIN":
            self._begin(number, name.strip().upper())
        elif not self._open:
            if line.strip():
                raise self._text.refuse(sentence("outside_calendar"), number)
            return
        if len(self._open) > 1:
            self._gather(number, line)
        elif kind not in ("BEGIN", "END"):
            self._head(line)
        if kind == "END":
            self._end(number, name.strip().upper())

    def done(self, last: int) -> list[Calendar]:
        if self._open:
            raise self._text.refuse(sentence("breaks_off", part=self._open[-1]), last)
        return self._made

    def _begin(self, number: int, name: str) -> None:
        if (name == "VCALENDAR") != (not self._open):
            raise self._text.refuse(sentence("begins_wrongly", part=name[:40]), number)
        if not self._open:
            self._made.append(Calendar())
        self._open.append(name)
        if len(self._open) == 2:
            self._lines, self._began, self._size = [], number, 0

    def _end(self, number: int, name: str) -> None:
        if self._open[-1] != name:
            raise self._text.refuse(sentence("does_not_end", part=self._open[-1][:40]), number)
        self._open.pop()
        if len(self._open) == 1:
            self._keep(name, Block(self._began, "\n".join(self._lines)))

    def _keep(self, name: str, block: Block) -> None:
        if name == "VTIMEZONE":
            self._made[-1].zones.append(block)
        elif name == "VEVENT":
            self._events += 1
            if self._events > cap("calendar", "events"):
                raise self._text.refuse(
                    sentence("too_many_events", events=cap("calendar", "events")), block.line
                )
            self._made[-1].events.append(block)

    def _gather(self, number: int, line: str) -> None:
        self._size += len(line)
        if self._size > cap("calendar", "event"):
            raise self._text.refuse(sentence("event_too_large"), number)
        self._lines.append(line)

    def _head(self, line: str) -> None:
        head = self._made[-1].head
        if line[:1] in (" ", "\t") and head:
            head[-1] += line[1:]
        else:
            head.append(line)


def by_event(calendar: Calendar) -> Iterator[list[Block]]:
    """The blocks of each event: a series lies in several, all with one id."""
    groups: dict[str, list[Block]] = {}
    for block in calendar.events:
        groups.setdefault(block.uid, []).append(block)
    yield from groups.values()
