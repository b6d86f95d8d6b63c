"""Interviews as they travel: two instants and the zone that they were said in."""

from typing import Annotated, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, model_validator
from tzlocal import get_localzone_name

from poise.api.wire import Instant, Message
from poise.errors import sentence
from poise.etiquette.facts import instant
from poise.store.interviews import Booking
from poise.store.models import Interview


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (OSError, ValueError, ZoneInfoNotFoundError):
        raise ValueError(sentence("needs_zone")) from None


class InterviewMessage(Message):
    """`zone`: a name like Europe/Berlin; the one of this machine if left out."""

    starts: Instant
    ends: Instant
    zone: Annotated[str, AfterValidator(_zone)] | None = None

    @model_validator(mode="after")
    def forwards(self) -> Self:
        if instant(self.ends) <= instant(self.starts):  # Python compares times of one zone by the wall clock
            raise ValueError(sentence("ends_too_early"))
        return self


def booking(message: InterviewMessage) -> Booking:
    return Booking(message.starts, message.ends, message.zone or local_zone().key)


def interview_message(row: Interview) -> InterviewMessage:
    """The interview, its times said in its own zone."""
    zone = ZoneInfo(row.zone)
    return InterviewMessage(starts=row.starts.astimezone(zone), ends=row.ends.astimezone(zone), zone=row.zone)


def local_zone() -> ZoneInfo:
    """The zone of this machine, by its name; UTC where it has none."""
    return ZoneInfo(get_localzone_name() or "UTC")
