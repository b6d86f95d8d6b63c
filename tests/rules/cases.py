"""What the tests of the rules are about: one interviewer, one interview, and whatever a test says differs."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from poise.etiquette.facts import (
    Action,
    Application,
    Channel,
    Dossier,
    HistoryKind,
    Intent,
    Interaction,
    Interview,
    Interviewer,
    Outcome,
    Role,
    Site,
    Stage,
)
from poise.etiquette.judge import judge
from poise.etiquette.rulebook import load_rulebook
from poise.etiquette.stages import AFTER
from poise.etiquette.verdict import Verdict

RULEBOOK = load_rulebook()
NOW = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
ENDED = NOW - 18 * HOUR
OUTCOMES = {stage: kind for kind, stage in AFTER.items()}


def application(stage: Stage, *, ended: datetime = ENDED, part: Role = Role.INTERVIEWER) -> Application:
    """An application that stands at this stage at NOW."""
    ends = NOW + DAY if stage is Stage.SCHEDULED else ended
    return Application(
        company="Acme",
        role="Data engineer",
        interviews=() if stage is Stage.APPLIED else (Interview(ends - HOUR, ends),),
        outcome=Outcome(OUTCOMES[stage], NOW - HOUR) if stage in OUTCOMES else None,
        part=part,
    )


def interviewer(*, trusted: bool = False, earlier: Iterable[Channel] = ()) -> Interviewer:
    return Interviewer("Jane Doe", trusted=trusted, earlier_contact=frozenset(earlier))


def dossier(*stages: Stage, history: Iterable[Interaction] = (), **person: Any) -> Dossier:
    """Jane Doe, in an application at each of these stages."""
    return Dossier(tuple(application(stage) for stage in stages), interviewer(**person), tuple(history))


def past(kind: HistoryKind, ago: timedelta, channel: Channel | None = Channel.EMAIL) -> Interaction:
    return Interaction(kind, NOW - ago, channel)


def intent(action: Action, site: Site | None = Site.LINKEDIN, **more: Any) -> Intent:
    return Intent(action, site, **more)


def said(of: Dossier, about: Intent, now: datetime = NOW, language: str = "en") -> Verdict:
    return judge(RULEBOOK, of, about, now, language)
