"""What lives in memory only: nonces, open verdicts, the badge to come."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine

from poise.api import opened
from poise.api.opened import Open, Opened
from poise.api.waiting import waiting_over_time
from poise.etiquette.facts import (
    Action,
    Application,
    Dossier,
    Gate,
    Interview,
    Interviewer,
    Level,
    Role,
    Site,
)
from poise.freshness import Freshness
from poise.signing import Key, Signed
from poise.store.dossiers import PERSON, Known

NOW = datetime(2026, 3, 5, 10, tzinfo=UTC)
KEY = Key("terminal", bytes(32))


def signed(at: datetime, nonce: str = "n") -> Signed:
    return Signed(KEY, nonce, int(at.timestamp()))


def test_a_nonce_is_remembered_for_as_long_as_its_signature_could_serve() -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        freshness = Freshness()
        ahead = signed(NOW + timedelta(minutes=4))
        assert freshness.accept(ahead)
        for minutes in (1, 4, 8, 9):
            clock.move_to(NOW + timedelta(minutes=minutes))
            assert not freshness.accept(ahead)


def test_nonces_are_forgotten_when_they_cannot_serve_any_more() -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        freshness = Freshness()
        for number in range(1000):
            assert freshness.accept(signed(NOW, str(number)))
        clock.move_to(NOW + timedelta(minutes=6))
        freshness.accept(signed(NOW + timedelta(minutes=6)))
        assert len(freshness._seen) == len(freshness._made) == 1


def test_nothing_from_before_the_start_is_accepted() -> None:
    with time_machine.travel(NOW, tick=False):
        freshness = Freshness()
        assert not freshness.accept(signed(NOW - timedelta(seconds=1)))
        assert freshness.accept(signed(NOW))


@pytest.mark.entry("R18")
def test_a_clock_that_is_set_back_does_not_shut_everybody_out() -> None:
    """It is like a new start: what is made from now on is accepted, once."""
    with time_machine.travel(NOW, tick=False) as clock:
        freshness = Freshness()
        freshness.accept(signed(NOW))
        right = NOW - timedelta(days=3)
        clock.move_to(right)
        assert freshness.accept(signed(right))
        assert not freshness.accept(signed(right))
        assert not freshness.accept(signed(right - timedelta(seconds=1), "older"))


def an_open_verdict() -> Open:
    return Open(Action.CONNECT, Site.LINKEDIN, Gate.LAST, Level.HOLD, None, None, ())


def test_an_open_verdict_lives_for_ten_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr(opened, "monotonic", lambda: now[0])
    verdicts, one = Opened[Open](), uuid4()
    verdicts.put(one, an_open_verdict())
    now[0] += 599
    assert verdicts.get(one) is not None
    now[0] += 2
    assert verdicts.get(one) is None


def test_only_so_many_verdicts_are_open_at_once() -> None:
    verdicts, ids = Opened[Open](), [uuid4() for _ in range(opened.MOST + 1)]
    for one in ids:
        verdicts.put(one, an_open_verdict())
    assert verdicts.get(ids[0]) is None
    assert verdicts.get(ids[-1]) is not None


def known(*hours: float, part: Role = Role.INTERVIEWER) -> Known:
    """Somebody whose interviews begin so many hours from now."""
    times = [NOW + timedelta(hours=start) for start in hours]
    interviews = tuple(Interview(start, start + timedelta(hours=1)) for start in times)
    applications = (Application("Acme", interviews=interviews, part=part),)
    return Known(uuid4(), PERSON, "Jane Doe", (), (), Dossier(applications, Interviewer("Jane Doe")))


def test_the_badge_to_come_changes_only_where_the_number_does() -> None:
    """From scheduled to awaiting somebody counts on: there is no new row."""
    people = [known(-5), known(3), known(), known(1, part=Role.RECRUITER)]
    assert waiting_over_time(people, NOW, NOW + timedelta(days=30)) == [(NOW, 2)]


def test_an_outcome_that_lies_ahead_takes_somebody_off_the_badge() -> None:
    from poise.etiquette.facts import Outcome, OutcomeKind

    decided = NOW + timedelta(days=2)
    outcome = Outcome(OutcomeKind.OFFER, decided)
    application = Application(
        "Acme", interviews=known(-5).dossier.applications[0].interviews, outcome=outcome
    )
    soon = Known(uuid4(), PERSON, "Joan", (), (), Dossier((application,), Interviewer("Joan")))
    rows = waiting_over_time([known(-5), soon], NOW, NOW + timedelta(days=30))
    assert rows == [(NOW, 2), (decided, 1)]
    assert waiting_over_time([], NOW, NOW + timedelta(days=30)) == [(NOW, 0)]
