"""Series in a calendar: which of their days are interviews, and that none keeps the machine busy."""

from contextlib import suppress

import pytest

from poise.errors import BadInput
from tests.intake.calendars import calendar, event
from tests.intake.conftest import Intake
from tests.intake.meetings import meetings
from tests.timing import seconds


def test_a_series_is_taken_day_by_day(intake: Intake) -> None:
    """Three rounds, one left out, one moved by an hour."""
    series = event(more=["RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;TZID=Europe/Berlin:20260311T140000"])
    moved = event(
        start="DTSTART;TZID=Europe/Berlin:20260318T150000",
        end="DTEND;TZID=Europe/Berlin:20260318T160000",
        more=["RECURRENCE-ID;TZID=Europe/Berlin:20260318T140000"],
    )
    found = meetings(intake, calendar(series, moved))
    assert [(one.starts.day, one.starts.hour, one.doubt) for one in found] == [
        (4, 13, None), (18, 14, None), (25, 13, None),
    ]  # fmt: skip
    assert len({one.mark for one in found}) == 3


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY", "FREQ=DAILY;COUNT=20"])
def test_a_series_without_end_is_asked_about(intake: Intake, rule: str) -> None:
    found = meetings(intake, calendar(event(more=[f"RRULE:{rule}"])))
    assert {one.doubt for one in found} == {"long_series"}
    assert len(found) <= 30


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=1", "FREQ=HOURLY"])
def test_a_series_by_the_second_is_no_interview(intake: Intake, rule: str) -> None:
    assert meetings(intake, calendar(event(more=[f"RRULE:{rule}"]))) == []


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1,2",
        "FREQ=DAILY\r\nRRULE:FREQ=WEEKLY",
    ],
)
def test_a_rule_that_no_calendar_writes_keeps_nobody_busy(intake: Intake, rule: str) -> None:
    """Some of these have no day at all until the end of time, others thousands."""
    assert meetings(intake, calendar(event(more=[f"RRULE:{rule}"]))) == []


@pytest.mark.parametrize(("start", "end"), [("2040", "2026"), ("2026", "2012"), ("2012", "2040")])
def test_a_series_whose_days_last_for_years_keeps_nobody_busy(intake: Intake, start: str, end: str) -> None:
    lasting = event(
        start=f"DTSTART:{start}0304T140000Z", end=f"DTEND:{end}0304T150000Z", more=["RRULE:FREQ=WEEKLY"]
    )

    def look() -> None:
        with suppress(BadInput):
            intake.preview(calendar(lasting))

    assert seconds(look) < 5
