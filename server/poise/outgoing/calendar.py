"""A calendar of interviews and of what is due, as any calendar program takes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from icalendar import Calendar, Event

PRODUCT = "-//Poise//Poise//EN"


@dataclass(frozen=True, slots=True)
class Entry:
    """`uid`: the same for the same thing, so that a calendar takes it once. `busy`: whether it takes up time."""

    uid: str
    starts: datetime
    ends: datetime
    title: str
    text: str = ""
    busy: bool = True


def as_ics(entries: Iterable[Entry], now: datetime) -> bytes:
    """The entries, soonest first, their times in UTC."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for entry in sorted(entries, key=lambda one: (one.starts, one.uid)):
        calendar.add_component(_event(entry, now))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: Entry, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@poise.invalid")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", entry.starts.astimezone(UTC))
    event.add("dtend", entry.ends.astimezone(UTC))
    event.add("summary", entry.title)
    if entry.text:
        event.add("description", entry.text)
    event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
    return event
