"""Who is due first, now and as time goes by: what the toolbar says, and each person's next steps."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from poise.api.snapshot import _waiting
from poise.api.upcoming import rows, steps_over_time
from poise.etiquette.facts import Application, Dossier, Interview, Interviewer
from poise.store.dossiers import PERSON, Known

NOW = datetime(2026, 3, 5, 10, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
END = NOW + 30 * DAY


def known(name: str, *hours: float) -> Known:
    """Somebody whose interviews of an hour end so many hours from now."""
    ends = [NOW + timedelta(hours=end) for end in hours]
    interviews = tuple(Interview(end - HOUR, end) for end in ends)
    application = Application(f"{name} Ltd", interviews=interviews)
    return Known(uuid4(), PERSON, name, (), (), Dossier((application,), Interviewer(name)))


def said(*people: Known) -> list[tuple[datetime, str | None]]:
    """From when on whom the toolbar names."""
    waiting = _waiting(people, steps_over_time(people, NOW, END, "en"), NOW, END)
    return [(row.from_, row.next.name if row.next else None) for row in waiting]


def test_who_is_due_first_is_named_until_it_is_due_and_then_the_next() -> None:
    early, late = known("Early", -10), known("Late", -2)
    assert said(early, late) == [(NOW, "Early"), (NOW + 14 * HOUR, "Late"), (NOW + 22 * HOUR, None)]


def test_an_interview_that_ends_brings_its_thank_you() -> None:
    ahead = known("Ahead", 5)
    assert said(ahead)[1:] == [(NOW + 4 * HOUR, None), (NOW + 5 * HOUR, "Ahead"), (NOW + 29 * HOUR, None)]
    [before, after] = rows(steps_over_time([ahead], NOW, END, "en")[ahead.id])
    assert [item["kind"] for item in before["items"]] == ["research"]
    assert after["from"] == NOW + 5 * HOUR
    [thanks] = after["items"]
    assert (thanks["kind"], thanks["due"]) == ("thank_you", NOW + 29 * HOUR)
    assert "Ahead" in thanks["text"]
