"""One event of a calendar, understood: when, what, who; read by `icalendar`, a series day by day."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from threading import Lock
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events  # type: ignore[import-untyped]  # it has no types
from icalendar.timezone import tzp

from poise.errors import sentence
from poise.intake.attendees import Attendee, attendee
from poise.intake.ics import Block, Calendar
from poise.intake.offers import Wishes
from poise.intake.tables import cap
from poise.intake.upload import Text

_READING = Lock()
_DAYS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY"}
_MONTHS = _DAYS | {"BYMONTH", "BYMONTHDAY", "BYSETPOS"}
_RULES = {"DAILY": _DAYS, "WEEKLY": _DAYS, "MONTHLY": _MONTHS, "YEARLY": _MONTHS}
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Event:
    """`recurrence`: which one of a series, in UTC, else empty; `zone_unknown`: its times are read as local."""

    uid: str
    recurrence: str
    sequence: int
    stamp: datetime
    called_off: bool
    starts: datetime
    ends: datetime
    zone: str
    zone_unknown: bool
    in_long_series: bool
    title: str
    text: str
    organizer: Attendee | None
    attendees: tuple[Attendee, ...]
    line: int


@contextmanager
def one_file() -> Iterator[None]:
    """`icalendar` remembers the zones of one file for the next, where the same name may mean another."""
    with _READING, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tzp.use_default()
        yield
        tzp.use_default()


def events(text: Text, calendar: Calendar, blocks: list[Block], wishes: Wishes) -> list[Event]:
    """The events that the blocks of one id stand for; BadInput with the line where one cannot be read."""
    line = blocks[0].line
    try:
        components = _components(calendar, blocks)
        days, long = _days(components, wishes)
        cancels = calendar.value("METHOD").upper() == "CANCEL"
        return [_event(day, wishes, cancels, long, line) for day in days]
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, IndexError, OSError) as wrong:
        raise text.refuse(sentence("event_unreadable"), line) from wrong


def _components(calendar: Calendar, blocks: list[Block]) -> icalendar.Calendar:
    body = "\n".join(block.text for block in blocks)
    zones = "\n".join(zone.text for zone in calendar.zones if _names(zone) in body)
    parts = ["BEGIN:VCALENDAR", *([zones] if zones else []), body, "END:VCALENDAR", ""]
    made = icalendar.Calendar.from_ical("\r\n".join(parts).replace("\r\n", "\n").replace("\n", "\r\n"))
    if not isinstance(made, icalendar.Calendar):
        raise ValueError("no calendar")
    return made


def _names(zone: Block) -> str:
    found = (line.partition(":") for line in zone.plain.split("\n"))
    return next((value.strip() for name, _, value in found if name.upper() == "TZID"), "\0")


def _days(components: icalendar.Calendar, wishes: Wishes) -> tuple[list[Any], bool]:
    """Each event once; of a series the days from some months back on, and whether it is a long one."""
    every: list[Any] = list(components.walk("VEVENT"))
    rules = [event["RRULE"] for event in every if "RRULE" in event]
    if not rules and not any("RDATE" in event for event in every):
        return every, False
    if not all(map(_usual, rules)):
        return [], True
    begin, end = (
        wishes.now + timedelta(days=days)
        for days in (-cap("preview", "recent_days"), cap("calendar", "ahead_days"))
    )
    days = recurring_ical_events.of(components).between(begin, end)
    found = sorted(days, key=lambda day: _moment(day["DTSTART"], wishes)[0])[: cap("calendar", "occurrences")]
    return found, len(found) > cap("calendar", "series")


def _usual(rule: Any) -> bool:
    """As calendars write them: of any other a machine may look for minutes, and find not one day."""
    if isinstance(rule, list):
        return False
    known = _RULES.get(str(rule.get("FREQ", [""])[0]).upper(), set[str]())
    return {name.upper() for name in rule} <= known and int(rule.get("INTERVAL", [1])[0]) > 0


def _event(component: Any, wishes: Wishes, cancels: bool, long: bool, line: int) -> Event:
    starts, zone, known = _moment(component["DTSTART"], wishes)
    ends = _end(component, starts, wishes)
    if ends < starts or starts.year < 1900 or ends.year > 9000:
        raise ValueError("no time for an interview")
    organizer = component.get("ORGANIZER")
    return Event(
        uid=str(component.get("UID", "")),
        recurrence=_recurrence(component, wishes),
        sequence=int(component.get("SEQUENCE", 0)),
        stamp=_stamp(component),
        called_off=cancels or str(component.get("STATUS", "")).upper() == "CANCELLED",
        starts=starts,
        ends=ends if ends > starts else starts + HOUR,
        zone=zone,
        zone_unknown=not known,
        in_long_series=long,
        title=" ".join(str(component.get("SUMMARY", "")).split())[:300],
        text=str(component.get("DESCRIPTION", ""))[:20_000],
        organizer=attendee(organizer) if organizer is not None else None,
        attendees=tuple(attendee(one) for one in _listed(component.get("ATTENDEE"))),
        line=line,
    )


def _moment(value: Any, wishes: Wishes) -> tuple[datetime, str, bool]:
    """The instant, the name of its zone, and whether that zone is known."""
    said: date | datetime = value.dt
    if not isinstance(said, datetime):
        return (
            datetime(said.year, said.month, said.day, tzinfo=wishes.zone).astimezone(UTC),
            wishes.zone.key,
            True,
        )
    if said.tzinfo is None:
        known = "TZID" not in value.params
        return said.replace(tzinfo=wishes.zone).astimezone(UTC), wishes.zone.key, known
    zone = said.tzinfo.key if isinstance(said.tzinfo, ZoneInfo) else wishes.zone.key
    return said.astimezone(UTC), wishes.zone.key if zone == "UTC" else zone, True


def _end(component: Any, starts: datetime, wishes: Wishes) -> datetime:
    if "DTEND" in component:
        return _moment(component["DTEND"], wishes)[0]
    if "DURATION" in component:
        length: timedelta = component["DURATION"].dt
        return starts + length
    whole_day = not isinstance(component["DTSTART"].dt, datetime)
    return starts + (timedelta(days=1) if whole_day else HOUR)


def _recurrence(component: Any, wishes: Wishes) -> str:
    said = component.get("RECURRENCE-ID")
    return _moment(said, wishes)[0].isoformat() if said is not None else ""


def _stamp(component: Any) -> datetime:
    said = component.get("LAST-MODIFIED") or component.get("DTSTAMP")
    at = getattr(said, "dt", None)
    if not isinstance(at, datetime):
        return datetime(1970, 1, 1, tzinfo=UTC)
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)


def _listed(value: Any) -> list[Any]:
    """One attendee is not a list."""
    return [] if value is None else value if isinstance(value, list) else [value]
