"""Windows are counted in instants: exact to the second, whatever the clocks and the calendar do meanwhile."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from poise.etiquette.facts import (
    Action,
    Application,
    Channel,
    Dossier,
    HistoryKind,
    Interaction,
    Interview,
    Interviewer,
    Stage,
)
from poise.etiquette.verdict import Verdict
from tests.rules.cases import intent, said

SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

# When the first of three follow-ups was sent; two weeks later the clocks are others, or the calendar is odd.
STARTS = [
    pytest.param("2026-03-20T14:00:00", "Europe/Berlin", id="Berlin springs forward"),
    pytest.param("2026-10-18T02:30:00", "Europe/Berlin", id="Berlin falls back"),
    pytest.param("2026-03-01T02:30:00", "America/New_York", id="New York, into the gap"),
    pytest.param("2026-10-25T01:30:00", "America/New_York", id="New York falls back"),
    pytest.param("2026-03-28T12:00:00", "Australia/Lord_Howe", id="Lord Howe, by half an hour back"),
    pytest.param("2026-09-26T12:00:00", "Australia/Lord_Howe", id="Lord Howe, by half an hour on"),
    pytest.param("2011-12-22T09:00:00", "Pacific/Apia", id="Apia, a day that was left out"),
    pytest.param("2028-02-20T23:59:59", "Europe/Berlin", id="over a leap day"),
    pytest.param("2026-12-25T08:00:00", "Europe/Berlin", id="over New Year"),
]


def instant(local: str, zone: str) -> datetime:
    """The instant at which clocks in the zone show this, in UTC."""
    return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def laddered(first: datetime) -> Dossier:
    """Three follow-ups: the first at this instant, the others two and four days later."""
    ended = first - 2 * HOUR
    sent = [Interaction(HistoryKind.FOLLOW_UP, first + n * 48 * HOUR, Channel.EMAIL) for n in range(3)]
    thanks = Interaction(HistoryKind.THANK_YOU, ended + HOUR, Channel.EMAIL)
    interviews = (Interview(ended - HOUR, ended),)
    return Dossier((Application("Acme", interviews=interviews),), Interviewer("Jane Doe"), (thanks, *sent))


def fourth(of: Dossier, at: datetime) -> Verdict:
    return said(of, intent(Action.FOLLOW_UP, None, channel=Channel.EMAIL), at)


@pytest.mark.entry("R16")
@pytest.mark.parametrize(("local", "zone"), STARTS)
def test_the_ladder_frees_exactly_336_hours_after(local: str, zone: str) -> None:
    first = instant(local, zone)
    of, free = laddered(first), first + 336 * HOUR
    here = ZoneInfo(zone)
    before = fourth(of, (free - SECOND).astimezone(here))
    assert (before.verdict, before.rule) == ("hold", "follow-up-ladder")
    assert before.valid_until == free
    assert before.instead[1].due == free
    after = fourth(of, free.astimezone(here))
    assert (after.verdict, after.rule) == ("allow", None)


@pytest.mark.entry("R16")
@pytest.mark.parametrize(("local", "zone"), STARTS)
def test_thanks_are_due_exactly_24_hours_after(local: str, zone: str) -> None:
    ended = instant(local, zone)
    of = Dossier(
        (Application("Acme", interviews=(Interview(ended - HOUR, ended),)),), Interviewer("Jane Doe")
    )
    verdict = said(of, intent(Action.CONNECT), (ended + HOUR).astimezone(ZoneInfo(zone)))
    assert verdict.instead[0].due == ended + 24 * HOUR
    assert verdict.instead[0].due.tzinfo == ZoneInfo(zone)


@pytest.mark.entry("R16")
@pytest.mark.parametrize(("local", "zone"), STARTS)
def test_days_of_waiting_have_24_hours(local: str, zone: str) -> None:
    ended = instant(local, zone)
    of = Dossier(
        (Application("Acme", interviews=(Interview(ended - HOUR, ended),)),), Interviewer("Jane Doe")
    )
    for days in (1, 9, 14):
        just_before = said(of, intent(Action.CONNECT), ended + days * 24 * HOUR - SECOND)
        on_time = said(of, intent(Action.CONNECT), ended + days * 24 * HOUR)
        assert (just_before.waiting_days, on_time.waiting_days) == (days - 1, days)
        assert on_time.headline.endswith(f"day {days + 1}")


def test_the_stage_turns_at_the_instant_the_interview_ends() -> None:
    ended = datetime(2026, 3, 29, 3, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    of = Dossier(
        (Application("Acme", interviews=(Interview(ended - HOUR, ended),)),), Interviewer("Jane Doe")
    )
    under_way = said(of, intent(Action.FOLLOW), ended.astimezone(UTC) - SECOND)
    assert (under_way.stage, under_way.waiting_days) == (Stage.SCHEDULED, None)
    assert under_way.valid_until == ended
    assert said(of, intent(Action.FOLLOW), ended).stage is Stage.AWAITING


def test_of_two_equal_wall_clock_times_the_fold_tells_which() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    first = datetime(2026, 10, 25, 2, 30, tzinfo=berlin)
    second = first.replace(fold=1)
    of = Dossier((Application("Acme", interviews=(Interview(first, second),)),), Interviewer("Jane Doe"))
    assert said(of, intent(Action.CONNECT), first).stage is Stage.SCHEDULED
    assert said(of, intent(Action.CONNECT), second).stage is Stage.AWAITING


def test_exactly_at_the_end_of_the_interview_a_message_already_counts() -> None:
    ended = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
    sent = [Interaction(HistoryKind.MESSAGE, ended + n * HOUR, Channel.EMAIL) for n in range(3)]
    thanks = Interaction(HistoryKind.THANK_YOU, ended, Channel.EMAIL)
    application = Application("Acme", interviews=(Interview(ended - HOUR, ended),))
    of = Dossier((application,), Interviewer("Jane Doe"), (thanks, *sent))
    assert fourth(of, ended + DAY).verdict == "hold"
    earlier = Interaction(HistoryKind.MESSAGE, ended - SECOND, Channel.EMAIL)
    assert (
        fourth(Dossier((application,), of.interviewer, (thanks, earlier, *sent[1:])), ended + DAY).rule
        is None
    )


def test_a_window_is_any_two_weeks_and_no_calendar_week() -> None:
    first = datetime(2026, 3, 1, 23, 0, tzinfo=UTC)
    of = laddered(first)
    held = [n for n in range(5 * 24, 20 * 24) if fourth(of, first + n * HOUR).verdict == "hold"]
    assert held == list(range(5 * 24, 14 * 24))


def test_a_time_without_an_offset_is_no_instant() -> None:
    with pytest.raises(ValueError, match="no offset"):
        Interaction(HistoryKind.MESSAGE, datetime(2026, 3, 5, 9, 0))  # noqa: DTZ001 - that is the point
