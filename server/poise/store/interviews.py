"""When the user is interviewed: instants, with the zone that they were said in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import poise.etiquette.facts as facts
from poise.store.models import Application, Interview
from poise.store.naming import new_id
from poise.store.nouns import changed


@dataclass(frozen=True, slots=True)
class Booking:
    """An interview as it is written; `zone` is a name like Europe/Berlin."""

    starts: datetime
    ends: datetime
    zone: str


def add(row: Application, booking: Booking) -> None:
    changed(row)
    _append(row, booking)


def move(row: Application, interview: Interview, starts: datetime, zone: str) -> None:
    """The same interview, as long as before, at another time."""
    changed(row)
    length = interview.ends - interview.starts
    interview.starts, interview.ends, interview.zone = starts, facts.instant(starts) + length, zone


def set_times(row: Application, interview: Interview, booking: Booking) -> None:
    """The same interview, as it is booked now."""
    if (interview.starts, interview.ends, interview.zone) != (booking.starts, booking.ends, booking.zone):
        changed(row)
        interview.starts, interview.ends, interview.zone = booking.starts, booking.ends, booking.zone


def cancel(row: Application, interview: Interview) -> None:
    changed(row)
    row.interviews.remove(interview)


def set_all(row: Application, bookings: Sequence[Booking]) -> None:
    """Make these the application's interviews; those that stay keep their place, and so does the one that moved."""
    wanted = {(facts.instant(b.starts), facts.instant(b.ends), b.zone): b for b in bookings}
    gone = [old for old in row.interviews if wanted.pop((old.starts, old.ends, old.zone), None) is None]
    if len(gone) == len(wanted) == 1:
        set_times(row, gone[0], *wanted.values())
        return
    for old in gone:
        row.interviews.remove(old)
    for booking in wanted.values():
        _append(row, booking)


def facts_of(row: Interview) -> facts.Interview:
    return facts.Interview(row.starts, row.ends)


def _append(row: Application, booking: Booking) -> None:
    row.interviews.append(Interview(id=new_id(), starts=booking.starts, ends=booking.ends, zone=booking.zone))
