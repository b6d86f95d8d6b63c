"""Who is not guarded, what lifts a rule, and what several applications of one person make together."""

from dataclasses import replace

import pytest

from poise.etiquette.facts import Action, Channel, Dossier, HistoryKind, Interviewer, Level, Role, Site, Stage
from poise.etiquette.judge import timeline
from tests.rules.cases import (
    DAY,
    ENDED,
    HOUR,
    NOW,
    RULEBOOK,
    application,
    dossier,
    intent,
    interviewer,
    past,
    said,
)

CONNECT = intent(Action.CONNECT)
POST = intent(Action.WALL_POST, Site.FACEBOOK)
THEY_CONNECTED = past(HistoryKind.THEY_CONNECTED, HOUR, Channel.LINKEDIN)
ANGRY = "You turned me down without even reading my application. You are idiots."


@pytest.mark.parametrize(
    "action", [one for one in Action if one not in (Action.WALL_POST, Action.WALL_COMMENT)]
)
@pytest.mark.parametrize("stage", list(Stage))
def test_trust_by_hand_allows_everything_towards_the_person(action: Action, stage: Stage) -> None:
    comments = [past(HistoryKind.COMMENT, n * DAY) for n in (1, 2, 3)]
    verdict = said(dossier(stage, trusted=True, history=comments), intent(action, text=ANGRY))
    assert verdict.verdict is Level.ALLOW
    assert verdict.rule == "trusted"


@pytest.mark.parametrize("action", [Action.WALL_POST, Action.WALL_COMMENT])
def test_trust_is_a_persons_and_not_a_walls(action: Action) -> None:
    about = intent(action, Site.FACEBOOK, text="Thank you for the interview yesterday!")
    assert said(dossier(Stage.AWAITING, trusted=True), about).verdict is Level.HOLD


@pytest.mark.parametrize("role", [Role.RECRUITER, Role.REFERRER])
def test_go_betweens_are_not_guarded_and_the_wall_still_is(role: Role) -> None:
    of = Dossier((application(Stage.AWAITING, part=role),), interviewer())
    verdict = said(of, CONNECT)
    assert (verdict.verdict, verdict.rule, verdict.stage) == (Level.ALLOW, None, Stage.AWAITING)
    assert said(of, POST).verdict is Level.HOLD


def test_a_go_between_in_one_application_is_judged_by_the_other() -> None:
    parts = (application(Stage.AWAITING, part=Role.RECRUITER), application(Stage.REJECTED))
    verdict = said(Dossier(parts, interviewer()), CONNECT)
    assert (verdict.verdict, verdict.rule, verdict.stage) == (
        Level.CAUTION,
        "connect-with-note",
        Stage.REJECTED,
    )


def test_a_page_of_a_company_has_a_wall_and_nobody_to_connect_with() -> None:
    page = Dossier((application(Stage.AWAITING),))
    assert said(page, CONNECT).rule is None
    held = said(page, POST)
    assert held.verdict is Level.HOLD
    assert held.headline == "Acme is still deciding · day 1"


@pytest.mark.parametrize("action", [Action.CONNECT, Action.FRIEND])
def test_their_own_request_may_be_accepted(action: Action) -> None:
    for stage in Stage:
        verdict = said(dossier(stage, history=[THEY_CONNECTED]), intent(action, Site.LINKEDIN))
        assert (verdict.verdict, verdict.rule) == (Level.ALLOW, "they-asked")


def test_their_request_elsewhere_is_not_a_request_here() -> None:
    verdict = said(dossier(Stage.AWAITING, history=[THEY_CONNECTED]), intent(Action.FRIEND, Site.FACEBOOK))
    assert verdict.verdict is Level.HOLD


def test_answering_is_never_held_whatever_went_before() -> None:
    sent = [past(HistoryKind.MESSAGE, n * HOUR, Channel.LINKEDIN) for n in (5, 6, 7)]
    theirs = past(HistoryKind.THEY_WROTE, HOUR, Channel.LINKEDIN)
    before = said(dossier(Stage.AWAITING, history=sent), intent(Action.MESSAGE))
    after = said(dossier(Stage.AWAITING, history=[*sent, theirs]), intent(Action.MESSAGE))
    assert (before.verdict, after.verdict, after.rule) == (Level.HOLD, Level.ALLOW, "they-asked")


def test_answering_elsewhere_than_they_wrote_is_a_change_of_channel() -> None:
    theirs = past(HistoryKind.THEY_WROTE, HOUR, Channel.EMAIL)
    verdict = said(dossier(Stage.AWAITING, history=[theirs]), intent(Action.MESSAGE))
    assert (verdict.verdict, verdict.rule) == (Level.CAUTION, "one-channel")


def test_an_angry_answer_to_a_no_is_held_though_they_wrote_last() -> None:
    theirs = past(HistoryKind.THEY_WROTE, HOUR, Channel.LINKEDIN)
    verdict = said(dossier(Stage.REJECTED, history=[theirs]), intent(Action.MESSAGE, text=ANGRY))
    assert (verdict.verdict, verdict.rule) == (Level.HOLD, "gracious-after-no")


@pytest.mark.parametrize("kind", [HistoryKind.THEY_CONNECTED, HistoryKind.THEY_WROTE, HistoryKind.THANK_YOU])
def test_what_passed_there_is_earlier_contact_there(kind: HistoryKind) -> None:
    history = [past(kind, 3 * DAY, Channel.LINKEDIN), past(HistoryKind.THANK_YOU, HOUR)]
    assert said(dossier(Stage.AWAITING, history=history), intent(Action.MESSAGE)).verdict is Level.ALLOW


@pytest.mark.parametrize("kind", [HistoryKind.COMMENT, HistoryKind.CONNECT])
def test_a_comment_or_a_request_without_an_answer_is_no_earlier_contact(kind: HistoryKind) -> None:
    history = [past(kind, 3 * DAY, Channel.LINKEDIN)]
    assert said(dossier(Stage.AWAITING, history=history), intent(Action.MESSAGE)).rule == "new-channel"


@pytest.mark.parametrize("decided", [Stage.OFFERED, Stage.HIRED])
def test_an_offer_lifts_all_but_the_hint_on_notes(decided: Stage) -> None:
    both = dossier(decided, Stage.REJECTED)
    friend = said(both, intent(Action.FRIEND, Site.FACEBOOK, with_note=True))
    assert (friend.verdict, friend.rule, friend.stage) == (Level.ALLOW, "trusted-by-offer", Stage.REJECTED)
    assert said(both, intent(Action.MESSAGE, text=ANGRY)).verdict is Level.ALLOW
    assert said(both, CONNECT).rule == "connect-with-note"
    assert said(dossier(decided), intent(Action.COMMENT, text="Great post!")).verdict is Level.ALLOW


@pytest.mark.parametrize("open_stage", [Stage.APPLIED, Stage.SCHEDULED, Stage.AWAITING])
def test_an_offer_lifts_nothing_while_the_same_person_decides_elsewhere(open_stage: Stage) -> None:
    verdict = said(dossier(Stage.HIRED, open_stage), CONNECT)
    assert (verdict.verdict, verdict.rule, verdict.stage) == (
        Level.HOLD,
        "connect-before-decision",
        open_stage,
    )


def test_an_undone_offer_is_no_trust_any_more() -> None:
    offered = application(Stage.OFFERED)
    undone = replace(offered, outcome=None)
    assert said(Dossier((offered,), interviewer()), CONNECT).verdict is Level.CAUTION
    assert said(Dossier((undone,), interviewer()), CONNECT).verdict is Level.HOLD


def test_a_wall_that_is_awaited_in_one_application_and_decided_in_another() -> None:
    unread = said(dossier(Stage.REJECTED, Stage.AWAITING), POST)
    assert (unread.verdict, unread.rule) == (Level.HOLD, "wall-before-decision")


def test_the_one_who_waits_last_speaks_for_all() -> None:
    earlier = replace(application(Stage.AWAITING), company="Beta")
    interviews = tuple(replace(i, starts=i.starts - DAY, ends=i.ends - DAY) for i in earlier.interviews)
    verdict = said(
        Dossier((replace(earlier, interviews=interviews), application(Stage.AWAITING)), interviewer()),
        CONNECT,
    )
    assert verdict.waiting_days == 0
    assert "Acme" in verdict.instead[1].text


def test_names_are_filled_in_as_they_are() -> None:
    of = replace(dossier(Stage.AWAITING), interviewer=Interviewer("{company} <b>"))
    assert said(of, CONNECT).headline == "{company} <b> is still deciding · day 1"


def test_of_two_exceptions_the_one_that_lifts_more_is_named() -> None:
    asked = intent(Action.MESSAGE, text="Have you made a decision yet?")
    theirs = past(HistoryKind.THEY_WROTE, HOUR, Channel.LINKEDIN)
    assert said(dossier(Stage.AWAITING, trusted=True, history=[theirs]), asked).rule == "trusted"
    both = said(dossier(Stage.OFFERED, Stage.REJECTED, trusted=True), intent(Action.FRIEND, Site.FACEBOOK))
    assert both.rule == "trusted"


def test_written_at_the_same_instant_nobody_wrote_last_and_the_count_starts_anew() -> None:
    sent = [past(HistoryKind.MESSAGE, HOUR, Channel.LINKEDIN) for _ in range(3)]
    theirs = past(HistoryKind.THEY_WROTE, HOUR, Channel.LINKEDIN)
    assert said(dossier(Stage.AWAITING, history=sent), intent(Action.MESSAGE)).rule == "follow-up-ladder"
    assert said(dossier(Stage.AWAITING, history=[*sent, theirs]), intent(Action.MESSAGE)).rule is None


def test_a_message_to_come_is_no_earlier_contact_yet() -> None:
    to_come = past(HistoryKind.THEY_WROTE, -HOUR, Channel.LINKEDIN)
    verdict = said(dossier(Stage.AWAITING, history=[to_come]), intent(Action.MESSAGE))
    assert (verdict.rule, verdict.valid_until) == ("new-channel", NOW + HOUR)


def test_after_the_decision_thanks_have_no_date_any_more() -> None:
    about = intent(Action.WALL_POST, Site.FACEBOOK, text="Thank you for the interview yesterday!")
    assert said(dossier(Stage.REJECTED), about).instead[0].due is None
    assert said(dossier(Stage.AWAITING), about).instead[0].due == ENDED + DAY
    assert said(dossier(Stage.SCHEDULED), about).instead[0].due == NOW + 2 * DAY
    assert said(dossier(Stage.APPLIED), about).instead[0].due is None


def test_a_timeline_ends_before_its_end() -> None:
    of = dossier(Stage.SCHEDULED)
    whole = timeline(RULEBOOK, of, POST, NOW, NOW + DAY + HOUR)
    assert [turn.at for turn in whole] == [NOW, NOW + DAY]
    assert [turn.at for turn in timeline(RULEBOOK, of, POST, NOW, NOW + DAY)] == [NOW]
