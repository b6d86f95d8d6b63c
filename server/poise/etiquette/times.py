"""Times as they come in: ISO 8601 text with an offset, and nothing else."""

from datetime import date, datetime
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

YEARS = range(1900, 2201)  # far enough for any career, and no sum of days leaves the calendar


def read_instant(value: object) -> datetime:
    """The instant that the text names; a fault for anything else."""
    if isinstance(value, datetime):
        found = value
    else:
        try:
            found = datetime.fromisoformat(_text(value))
        except (TypeError, ValueError):
            raise PydanticCustomError("time", "must be a time like 2026-03-05T10:00:00+01:00") from None
    if found.utcoffset() is None:
        raise PydanticCustomError("time", "needs an offset, like 2026-03-05T10:00:00+01:00")
    if found.year not in YEARS:
        raise PydanticCustomError("time", "is too far away: give a year from 1900 to 2200")
    return found


def read_date(value: object) -> date:
    """The day that the text names; a fault for anything else."""
    try:
        return date.fromisoformat(_text(value))
    except (TypeError, ValueError):
        raise PydanticCustomError("date", "must be a day like 2026-03-05") from None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


Instant = Annotated[datetime, BeforeValidator(read_instant)]
Day = Annotated[date, BeforeValidator(read_date)]
