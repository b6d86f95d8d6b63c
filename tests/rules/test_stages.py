"""The stage of an application, of several, and the silence after an interview."""

from dataclasses import replace
from datetime import timedelta

import pytest

from poise.etiquette.facts import Application, HistoryKind, Interview, Outcome, OutcomeKind, Stage
from poise.etiquette.stages import (
    SHOWN_FIRST,
    gone_quiet,
    next_change,
    stage_of,
    stage_of_all,
    waiting_days,
    waiting_since,
)
from tests.rules.cases import DAY, HOUR, NOW, application, past

SECOND = timedelta(seconds=1)
AHEAD = Interview(NOW + DAY, NOW + DAY + HOUR)
BEHIND = Interview(NOW - DAY, NOW - DAY + HOUR)


@pytest.mark.parametrize("stage", list(Stage))
def test_each_stage_follows_from_the_facts(stage: Stage) -> None:
    assert stage_of(application(stage), NOW) is stage


def test_behind_and_ahead_together_is_awaiting() -> None:
    assert stage_of(Application("Acme", interviews=(AHEAD, BEHIND)), NOW) is Stage.AWAITING


def test_an_interview_under_way_is_not_behind() -> None:
    under_way = Interview(NOW - SECOND, NOW + SECOND)
    assert stage_of(Application("Acme", interviews=(under_way,)), NOW) is Stage.SCHEDULED


def test_an_outcome_counts_from_its_instant() -> None:
    told = Application("Acme", interviews=(BEHIND,), outcome=Outcome(OutcomeKind.OFFER, NOW))
    assert stage_of(told, NOW - SECOND) is Stage.AWAITING
    assert stage_of(told, NOW) is Stage.OFFERED


@pytest.mark.parametrize("first", range(7))
@pytest.mark.parametrize("second", range(7))
def test_of_several_the_one_that_comes_first_is_shown(first: int, second: int) -> None:
    both = [application(SHOWN_FIRST[first]), application(SHOWN_FIRST[second])]
    assert stage_of_all(both, NOW) is SHOWN_FIRST[min(first, second)]


def test_days_are_counted_from_the_last_interview() -> None:
    twice = Application("Acme", interviews=(Interview(NOW - 9 * DAY, NOW - 8 * DAY), BEHIND))
    assert waiting_since(twice, NOW) == BEHIND.ends
    assert waiting_days(twice, NOW) == 0
    assert waiting_days(twice, NOW + DAY) == 1
    assert waiting_days(application(Stage.REJECTED), NOW) is None


def test_quiet_after_more_than_42_days() -> None:
    waiting = application(Stage.AWAITING, ended=NOW - 42 * DAY)
    assert not gone_quiet(waiting, (), NOW)
    assert gone_quiet(waiting, (), NOW + SECOND)
    assert gone_quiet(waiting, [past(HistoryKind.FOLLOW_UP, DAY)], NOW + SECOND)


@pytest.mark.parametrize("sign", [HistoryKind.THEY_WROTE, HistoryKind.THEY_CONNECTED])
def test_a_word_of_theirs_or_an_interview_ahead_is_a_sign_of_life(sign: HistoryKind) -> None:
    waiting = application(Stage.AWAITING, ended=NOW - 60 * DAY)
    assert gone_quiet(waiting, [past(sign, 43 * DAY)], NOW)
    assert not gone_quiet(waiting, [past(sign, 42 * DAY)], NOW)
    assert not gone_quiet(replace(waiting, interviews=(*waiting.interviews, AHEAD)), (), NOW)


def test_the_next_change_of_several_is_the_first() -> None:
    scheduled = Application("Acme", interviews=(AHEAD,))
    told = Application("Beta", interviews=(BEHIND,), outcome=Outcome(OutcomeKind.REJECTED, NOW + HOUR))
    assert next_change([scheduled, told], NOW) == NOW + HOUR
    assert next_change([scheduled], NOW) == AHEAD.ends
    assert next_change([application(Stage.AWAITING)], NOW) is None
