"""The agenda: what is due towards each interviewer, from when, until when, and that the judge agrees."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from poise.etiquette.agenda import Item, agenda
from poise.etiquette.facts import (
    Action,
    Channel,
    Dossier,
    HistoryKind,
    Intent,
    Interaction,
    Interview,
    Interviewer,
    Level,
    Role,
    Stage,
)
from poise.etiquette.rulebook import load_rulebook
from poise.etiquette.words import LANGUAGES, table
from tests.rules.cases import DAY, HOUR, NOW, application, dossier, interviewer, past, said
from tests.rules.strategies import dossiers

THANKED, SENT = HistoryKind.THANK_YOU, HistoryKind.FOLLOW_UP


def at_end_of_interview(*history: tuple[HistoryKind, timedelta], slow: bool = False) -> Dossier:
    """An interview that ended at NOW, and what happened so long after it, by e-mail."""
    waiting = replace(application(Stage.AWAITING, ended=NOW), slow_process=slow)
    entries = tuple(Interaction(kind, NOW + after, Channel.EMAIL) for kind, after in history)
    return Dossier((waiting,), interviewer(), entries)


def kinds(of: Dossier, now: datetime = NOW) -> list[str]:
    return [item.kind for item in agenda([of], now)]


def only(of: Dossier, kind: str, now: datetime) -> Item:
    [item] = [item for item in agenda([of], now) if item.kind == kind]
    return item


def test_thanks_are_best_within_the_hour_and_due_within_the_day() -> None:
    item = only(at_end_of_interview(), "thank_you", NOW)
    assert (item.opens, item.best, item.due, item.late) == (NOW, NOW + HOUR, NOW + DAY, False)
    assert (item.channel, item.rule) == ("email", "thank-you-in-a-day")
    assert not only(at_end_of_interview(), "thank_you", NOW + DAY).late


def test_late_thanks_are_asked_for_in_other_words() -> None:
    late = only(at_end_of_interview(), "thank_you", NOW + DAY + HOUR)
    assert late.late
    assert "better than none" in late.text


def test_thanks_sent_are_not_due_and_a_card_does_not_stand_for_them() -> None:
    assert "thank_you" not in kinds(at_end_of_interview((THANKED, HOUR)), NOW + HOUR)
    card = replace(at_end_of_interview(), history=(Interaction(THANKED, NOW, Channel.HANDWRITTEN),))
    assert "thank_you" in kinds(card, NOW + HOUR)
    assert kinds(at_end_of_interview((THANKED, -HOUR)))[0] == "thank_you"


def test_a_card_is_posted_in_time_where_the_process_is_slow() -> None:
    assert "handwritten" not in kinds(at_end_of_interview())
    slow = at_end_of_interview(slow=True)
    item = only(slow, "handwritten", NOW)
    assert (item.opens, item.due) == (NOW, NOW + 4 * DAY)
    assert "handwritten" in kinds(slow, NOW + 7 * DAY)
    assert "handwritten" not in kinds(slow, NOW + 7 * DAY + HOUR)


def test_three_follow_ups_are_spread_over_two_weeks_and_then_it_rests() -> None:
    sent = [(THANKED, HOUR)]
    opened = []
    for _ in range(3):
        item = only(at_end_of_interview(*sent), "follow_up", NOW + sent[-1][1])
        opened.append(item.opens - NOW - HOUR)
        sent.append((SENT, item.opens - NOW))
    assert opened == [4 * DAY, 9 * DAY, 13 * DAY]
    assert kinds(at_end_of_interview(*sent), NOW + 20 * DAY) == []


def test_a_follow_up_sent_early_moves_the_next_one_and_a_reply_starts_anew() -> None:
    early = at_end_of_interview((THANKED, HOUR), (SENT, 8 * DAY))
    assert only(early, "follow_up", NOW + 8 * DAY).opens == NOW + 11 * DAY
    answered = at_end_of_interview((THANKED, HOUR), (SENT, 8 * DAY), (HistoryKind.THEY_WROTE, 9 * DAY))
    assert only(answered, "follow_up", NOW + 9 * DAY).opens == NOW + 13 * DAY


def test_the_two_weeks_are_counted_over_all_that_they_decide_on() -> None:
    sent = [(SENT, -n * DAY) for n in (1, 2, 3)]
    later = at_end_of_interview((THANKED, HOUR), *sent)
    both = replace(
        later, applications=(*later.applications, application(Stage.AWAITING, ended=NOW - 9 * DAY))
    )
    opens = {item.opens for item in agenda([both], NOW + HOUR) if item.kind == "follow_up"}
    assert min(opens) == NOW + 11 * DAY
    assert (
        said(both, Intent(Action.FOLLOW_UP, channel=Channel.EMAIL), NOW + 11 * DAY - HOUR).verdict
        is Level.HOLD
    )


def test_no_follow_up_before_thanks_or_before_the_next_round() -> None:
    assert "follow_up" not in kinds(at_end_of_interview(), NOW + 5 * DAY)
    of = at_end_of_interview((THANKED, HOUR))
    next_round = Interview(NOW + 9 * DAY, NOW + 9 * DAY + HOUR)
    both = (replace(of.applications[0], interviews=(*of.applications[0].interviews, next_round)),)
    assert kinds(replace(of, applications=both), NOW + 5 * DAY) == ["research"]


def test_while_they_meet_again_nothing_is_written_and_nobody_is_quiet() -> None:
    of = at_end_of_interview((THANKED, HOUR))
    for later in (5 * DAY, 50 * DAY):
        under_way = Interview(NOW + later - HOUR, NOW + later + HOUR)
        both = (replace(of.applications[0], interviews=(*of.applications[0].interviews, under_way)),)
        assert kinds(replace(of, applications=both), NOW + later) == []


def test_after_their_reply_no_follow_up_says_that_no_word_has_come() -> None:
    begun = at_end_of_interview((THANKED, HOUR))
    assert only(begun, "follow_up", NOW + 5 * DAY).text.startswith("No word yet")
    answered = replace(begun, history=(*begun.history, Interaction(HistoryKind.THEY_WROTE, NOW + DAY)))
    for day in (5, 9):
        said = only(answered, "follow_up", NOW + day * DAY).text
        assert said.startswith("It has been quiet since Jane Doe was last in touch")


def test_the_checklist_is_there_while_an_interview_lies_ahead() -> None:
    item = only(dossier(Stage.SCHEDULED), "research", NOW)
    assert item.due == NOW + DAY - HOUR
    assert len(item.checklist) == 6
    assert any("Ask what they can tell you about Acme" in line for line in item.checklist)
    assert kinds(dossier(Stage.APPLIED)) == []


def test_after_a_no_come_thanks_feedback_and_now_and_then_a_word() -> None:
    turned_down = dossier(Stage.REJECTED)
    assert kinds(turned_down) == ["thanks_after_no", "feedback", "stay_in_touch"]
    thanked = dossier(Stage.REJECTED, history=[past(THANKED, timedelta(0))])
    assert kinds(thanked) == ["feedback", "stay_in_touch"]
    asked = dossier(Stage.REJECTED, history=[past(HistoryKind.MESSAGE, timedelta(0))])
    assert kinds(asked) == ["stay_in_touch"]
    assert only(asked, "stay_in_touch", NOW).opens == NOW + 90 * DAY
    assert kinds(turned_down, NOW + 40 * DAY) == ["stay_in_touch"]
    assert kinds(turned_down, NOW + 400 * DAY) == []


@pytest.mark.parametrize("stage", [Stage.OFFERED, Stage.HIRED])
def test_after_an_offer_one_connects_with_a_note(stage: Stage) -> None:
    assert kinds(dossier(stage)) == ["connect"]
    assert kinds(dossier(stage, history=[past(HistoryKind.CONNECT, 0 * DAY, Channel.LINKEDIN)])) == []
    assert kinds(dossier(stage, earlier=[Channel.LINKEDIN])) == []
    assert "connect" not in kinds(dossier(stage, Stage.AWAITING))


def test_silence_is_asked_about_once_for_all_interviewers_of_an_application() -> None:
    quiet = at_end_of_interview((THANKED, HOUR))
    other = replace(quiet, interviewer=Interviewer("John Roe"))
    assert "outcome" not in [item.kind for item in agenda([quiet, other], NOW + 42 * DAY)]
    asked = [item for item in agenda([quiet, other], NOW + 42 * DAY + HOUR) if item.kind == "outcome"]
    assert [(item.opens, item.due, item.late) for item in asked] == [(NOW + 42 * DAY, None, False)]
    assert kinds(quiet, NOW + 42 * DAY + HOUR) == ["outcome"]
    heard = replace(other, history=(Interaction(HistoryKind.THEY_WROTE, NOW + DAY, Channel.EMAIL),))
    for both in ([quiet, heard], [heard, quiet]):
        assert "outcome" not in [item.kind for item in agenda(both, NOW + 42 * DAY + HOUR)]


def test_go_betweens_and_pages_have_nothing_due() -> None:
    between = Dossier((application(Stage.AWAITING, part=Role.RECRUITER),), interviewer())
    assert agenda([between, Dossier((application(Stage.AWAITING),))], NOW) == []


def test_soonest_comes_first_and_times_are_in_the_zone_of_now() -> None:
    zone = ZoneInfo("Europe/Berlin")
    items = agenda([dossier(Stage.SCHEDULED), dossier(Stage.AWAITING)], NOW.astimezone(zone))
    assert [item.kind for item in items] == ["thank_you", "research"]
    assert items[0].due
    assert items[0].due.isoformat() == "2026-03-05T16:00:00+01:00"
    assert items[0].opens.isoformat() == "2026-03-04T16:00:00+01:00"


@pytest.mark.parametrize("kind", list(table("agenda")))
def test_each_step_rests_on_a_rule_and_is_told_in_three_languages(kind: str) -> None:
    words = table("agenda")[kind]
    assert words["rule"] in load_rulebook().rules
    others = [words[name] for name in ("late", "after_reply") if name in words]
    for line in [words, *words.get("checklist", ()), *others]:
        assert len({line[language] for language in LANGUAGES}) == len(LANGUAGES)


@given(dossiers())
@settings(max_examples=300, deadline=None)
def test_what_the_agenda_proposes_the_judge_never_holds(of: Dossier) -> None:
    """A step to come is judged when it opens, if nothing else happens until then."""
    of = replace(of, history=tuple(entry for entry in of.history if entry.at <= NOW))
    for item in agenda([of], NOW):
        at = max(item.opens, NOW)
        if item.kind == "follow_up":
            assert said(of, Intent(Action.FOLLOW_UP, channel=Channel.EMAIL), at).verdict is not Level.HOLD
        if item.kind == "thank_you":
            assert said(of, Intent(Action.THANK_YOU, channel=Channel.EMAIL), at).verdict is Level.ALLOW
        if item.kind == "connect":
            assert said(of, Intent(Action.CONNECT, with_note=True), at).verdict is Level.ALLOW


@given(dossiers())
@settings(max_examples=100, deadline=None)
def test_nothing_is_due_before_it_opens(of: Dossier) -> None:
    for item in agenda([of], NOW):
        assert item.due is None or item.opens <= item.due
        assert item.late is (item.due is not None and item.due < NOW)
        assert "{" not in item.text
