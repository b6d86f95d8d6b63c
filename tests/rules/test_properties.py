"""What holds for any dossier and any intent."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from poise.etiquette.facts import WALLS, Action, Application, Dossier, Intent, Level, Stage
from poise.etiquette.judge import Turn, judge, timeline
from poise.etiquette.rulefile import SEVERITY
from poise.etiquette.ruleset import Rulebook, Strictness
from poise.etiquette.scenario import verdict_json
from poise.etiquette.verdict import Verdict
from tests.rules.cases import DAY, NOW, RULEBOOK, said
from tests.rules.strategies import ZONES, applications, dossiers, instants, intents

MICROSECOND = timedelta(microseconds=1)
LONG = NOW + 90 * DAY


def core(verdict: Verdict | Turn) -> tuple[Level, str | None, Stage]:
    return verdict.verdict, verdict.rule, verdict.stage


def moments(of: Dossier) -> list[datetime]:
    """Every instant at which anything could change: what the dossier tells, and each window after it."""
    told = [i.ends for a in of.applications for i in a.interviews]
    told += [a.outcome.at for a in of.applications if a.outcome]
    told += [entry.at for entry in of.history]
    return [at + window for at in told for window in (0 * DAY, DAY, 7 * DAY, 14 * DAY)]


@given(dossiers(), applications(undecided=True), intents())
@settings(max_examples=400, deadline=None)
def test_an_undecided_application_more_never_makes_it_milder(
    of: Dossier, more: Application, about: Intent
) -> None:
    before = said(of, about).verdict
    after = said(replace(of, applications=(*of.applications, more)), about).verdict
    assert SEVERITY[after] >= SEVERITY[before]


@given(dossiers(), intents())
@settings(max_examples=200, deadline=None)
def test_whoever_is_trusted_by_hand_is_never_held(of: Dossier, about: Intent) -> None:
    if of.interviewer and about.action not in WALLS:
        trusted = replace(of, interviewer=replace(of.interviewer, trusted=True))
        assert said(trusted, about).verdict is Level.ALLOW


@given(dossiers(), intents(), instants())
@settings(max_examples=400, deadline=None)
def test_valid_until_is_the_very_next_change(of: Dossier, about: Intent, now: datetime) -> None:
    """Found by moving now over every instant at which anything could change, and to just before it."""
    verdict = said(of, about, now)
    later = sorted({at - step for at in moments(of) for step in (0 * DAY, MICROSECOND) if at - step > now})
    change = next((at for at in later if core(said(of, about, at)) != core(verdict)), None)
    assert verdict.valid_until == change


@given(dossiers(), intents(), instants(), st.lists(instants(20, 60), max_size=8))
@settings(max_examples=200, deadline=None)
def test_the_timeline_says_what_the_judge_says(
    of: Dossier, about: Intent, now: datetime, others: list[datetime]
) -> None:
    rows = timeline(RULEBOOK, of, about, now, LONG)
    assert rows[0].at == now
    for row in rows:
        verdict = said(of, about, row.at)
        assert core(row) == core(verdict)
        steps = [(one.step.kind, one.step.channel, one.due, one.done) for one in row.instead]
        assert steps == [(one.kind, one.channel, one.due, one.done) for one in verdict.instead]
    for at in [one for one in others if one >= now] + [row.at - MICROSECOND for row in rows[1:]]:
        current = [row for row in rows if row.at <= at][-1]
        assert core(current) == core(said(of, about, at))


@given(dossiers(), intents(), st.sampled_from(ZONES))
@settings(max_examples=100, deadline=None)
def test_the_zone_of_now_changes_how_times_are_told_and_nothing_else(
    of: Dossier, about: Intent, zone: ZoneInfo
) -> None:
    there = said(of, about, NOW.astimezone(zone))
    assert there == said(of, about, NOW)
    if there.valid_until:
        assert there.valid_until.tzinfo is zone


@given(dossiers(), intents(), st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_the_order_of_the_history_does_not_matter(of: Dossier, about: Intent, random: Random) -> None:
    shuffled = list(of.history)
    random.shuffle(shuffled)
    assert said(replace(of, history=tuple(shuffled)), about) == said(of, about)


@given(dossiers(), intents(), st.sampled_from(["en", "de", "nb"]))
@settings(max_examples=100, deadline=None)
def test_the_same_in_gives_the_same_bytes_out(of: Dossier, about: Intent, language: str) -> None:
    fresh = Rulebook.of(list(RULEBOOK.rules.values())[::-1])
    first, second = (verdict_json(judge(book, of, about, NOW, language)) for book in (RULEBOOK, fresh))
    assert json.dumps(first) == json.dumps(second)
    assert "{" not in json.dumps([first["headline"], first["reason"], first["note"]])


@given(dossiers(), intents())
@settings(max_examples=200, deadline=None)
def test_what_lies_in_the_future_does_not_count(of: Dossier, about: Intent) -> None:
    behind = tuple(entry for entry in of.history if entry.at <= NOW)
    assert core(said(replace(of, history=behind), about)) == core(said(of, about))


@given(dossiers(), intents())
@settings(max_examples=200, deadline=None)
def test_softening_never_makes_it_stricter_and_off_is_silent(of: Dossier, about: Intent) -> None:
    before = said(of, about)
    if before.rule and before.verdict is not Level.ALLOW:
        for level in (Strictness.CAUTION, Strictness.OFF):
            soft = Rulebook.of(RULEBOOK.rules.values(), {before.rule: level})
            after = judge(soft, of, about, NOW)
            assert SEVERITY[after.verdict] <= SEVERITY[before.verdict]
            assert level is not Strictness.OFF or before.rule not in after.rules


@given(dossiers())
@settings(max_examples=100, deadline=None)
def test_looking_and_liking_are_always_fine(of: Dossier) -> None:
    for action in (Action.VIEW, Action.REACT):
        assert said(of, Intent(action)).verdict is Level.ALLOW
