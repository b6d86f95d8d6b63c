"""Dates as people and programs write them, in three languages; what could be read two ways is not guessed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from enum import StrEnum

from poise.errors import sentence
from poise.intake.tables import table

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_DAY_MONTH = re.compile(r"(\d{1,2})[.\s-]{1,2}([^\W\d]{3,12})[.,\s-]{1,3}(\d{4}|\d{2})(?!\d)")
_MONTH_DAY = re.compile(r"([^\W\d]{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)")
_WEEKDAY = re.compile(r"[^\W\d]{2,12}[.,]{1,2}\s+(?=[\d\w])")
_TIME = re.compile(
    r"[T,\s]{1,3}(?:at |um |kl\.? )?(\d{1,2})[:.](\d{2})(?::(\d{2})(?:[.,]\d{1,6})?)?\s?"
    r"(am|pm|a\.m\.|p\.m\.|vorm\.|nachm\.)?\s?(UTC|GMT|Z|[+-]\d{2}:?\d{2})?\s?(?:Uhr)?",
    re.IGNORECASE,
)
EARLIEST, LATEST = 1900, 9000


class Order(StrEnum):
    """Which comes first where a date is three numbers."""

    DAY = "dmy"
    MONTH = "mdy"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, with the instant where a time of day was said."""

    day: date
    at: datetime | None


class Unclear(ValueError):  # noqa: N818 - named after what it says, as our errors are
    """A date that says nothing, or two things."""


def read_moment(text: str, order: Order | None, zone: tzinfo) -> Moment:
    """The moment that `text` says, in `zone` unless it names one; raises Unclear."""
    plain = " ".join(text.replace("\u202f", " ").split())
    day, rest = _day(plain, order)
    if not rest.strip():
        return Moment(day, None)
    found = _TIME.fullmatch(rest)
    if found is None:
        raise Unclear(sentence("no_date"))
    return Moment(day, _instant(day, found, zone))


def order_of(texts: Iterable[str]) -> Order | None:
    """The order that these dates of one column allow; None if they leave it open, Unclear if none fits all."""
    found: set[Order] = set()
    for text in texts:
        numbers = _NUMBERS.match(text.strip())
        if numbers is None or numbers[2] == ".":
            continue
        first, second = int(numbers[1]), int(numbers[3])
        if first > 12 >= second:
            found.add(Order.DAY)
        elif second > 12 >= first:
            found.add(Order.MONTH)
    if len(found) > 1:
        raise Unclear(sentence("two_orders"))
    return next(iter(found), None)


def spoken_day(moment: datetime | date, language: str) -> str:
    """A day as a sentence says it: 3 May 2026, 3. Mai 2026, 3. mai 2026."""
    month = table("dates")["say"][language][moment.month - 1]
    return f"{moment.day}{'' if language == 'en' else '.'} {month} {moment.year}"


def _day(text: str, order: Order | None) -> tuple[date, str]:
    weekday = _WEEKDAY.match(text)
    if weekday and not _MONTH_DAY.match(text):
        text = text[weekday.end() :]
    if found := _YEAR_FIRST.match(text):
        year, month, day = (int(number) for number in found.groups())
    elif found := _NUMBERS.match(text):
        day, month = _ordered(int(found[1]), int(found[3]), found[2], order)
        year = _year(found[4])
    elif found := _DAY_MONTH.match(text):
        day, month, year = int(found[1]), _month(found[2]), _year(found[3])
    elif found := _MONTH_DAY.match(text):
        day, month, year = int(found[2]), _month(found[1]), _year(found[3])
    else:
        raise Unclear(sentence("no_date"))
    try:
        made = date(year, month, day)
    except ValueError:
        raise Unclear(sentence("no_such_day")) from None
    if not EARLIEST <= year <= LATEST:
        raise Unclear(sentence("no_such_day"))
    return made, text[found.end() :]


def _ordered(first: int, second: int, separator: str, order: Order | None) -> tuple[int, int]:
    """Day and month; with dots the day comes first everywhere."""
    if separator == "." or first > 12:
        return first, second
    if second > 12:
        return second, first
    if order is None and first != second:
        raise Unclear(sentence("day_or_month"))
    return (second, first) if order is Order.MONTH else (first, second)


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _month(word: str) -> int:
    plain = word.casefold()
    for number, names in enumerate(table("dates")["months"], start=1):
        if any(name.startswith(plain) or plain.startswith(name) for name in names.split()):
            return number
    raise Unclear(sentence("no_such_month"))


def _instant(day: date, found: re.Match[str], zone: tzinfo) -> datetime:
    hour, half = int(found[1]), (found[4] or "").casefold()
    if half:
        hour = hour % 12 + (12 if half in table("dates")["afternoon"] else 0)
    try:
        at = time(hour, int(found[2]), int(found[3] or 0), tzinfo=_zone(found[5], zone))
    except ValueError:
        raise Unclear(sentence("no_such_time")) from None
    return datetime.combine(day, at).astimezone(UTC)


def _zone(said: str | None, zone: tzinfo) -> tzinfo:
    if said is None:
        return zone
    plain = said.upper()
    return UTC if plain in ("UTC", "GMT", "Z") else _offset(plain)


def _offset(text: str) -> tzinfo:
    found: tzinfo | None = datetime.strptime(text.replace(":", ""), "%z").tzinfo
    if found is None:
        raise Unclear(sentence("no_such_time"))
    return found
