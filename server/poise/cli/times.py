"""Times as people write them on this machine: local, unless they say otherwise; said back with their zone."""

from datetime import UTC, date, datetime, timedelta

import click

from poise.api.times import local_zone
from poise.api.wire import in_reach
from poise.errors import PoiseError
from poise.etiquette.facts import instant
from poise.store.interviews import Booking


class When(click.ParamType[datetime]):
    """A time like `2026-12-01 14:00`, or ISO 8601 with an offset."""

    name = "TIME"

    def convert(
        self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            return local_time(value)
        except PoiseError as wrong:
            self.fail(str(wrong), param, ctx)


class Day(click.ParamType[date]):
    """A day like `2026-12-01`."""

    name = "DAY"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            self.fail(f"{value!r} is no day: write it like 2026-12-01.", param, ctx)


def local_time(text: str) -> datetime:
    """The moment that `text` says on this machine, in UTC; PoiseError if it says none."""
    try:
        said = datetime.fromisoformat(text.strip())
    except ValueError:
        raise PoiseError(f"{text!r} is no time: write it like 2026-12-01 14:00.") from None
    try:
        in_reach(said)
    except ValueError as wrong:
        raise PoiseError(f"{text!r}: {wrong}.") from None
    if len(text.strip()) <= len("2026-12-01"):
        raise PoiseError(f"{text!r} has no time of day: write it like 2026-12-01 14:00.")
    zone = local_zone()
    if said.tzinfo is not None:
        return instant(said)
    moment = instant(said.replace(tzinfo=zone))
    if moment.astimezone(zone).replace(tzinfo=None) != said:
        raise PoiseError(f"The clocks skip {text!r} in {zone}: choose another time.")
    return moment


def interview_at(starts: datetime, minutes: int) -> Booking:
    """An interview from a time said here, so many minutes long."""
    return Booking(starts, starts + timedelta(minutes=minutes), local_zone().key)


def doubted(said: datetime) -> str:
    """A doubt to be told after what is past by its nature, where its time is still to come."""
    ahead = said > datetime.now(UTC)
    return " That is still to come: if it is a slip, `poise undo` takes it back." if ahead else ""


def spoken(moment: datetime) -> str:
    """The moment as it is said back: in this machine's zone, which is named."""
    local = moment.astimezone(local_zone())
    return f"{local:%a %Y-%m-%d %H:%M} {local.tzinfo} (UTC{local:%z})"
