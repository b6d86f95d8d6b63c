"""The judge: a rulebook, what is known, what is intended and the time in, the verdict out. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from poise.etiquette.alternatives import Better, better
from poise.etiquette.decision import Decision, changes
from poise.etiquette.facts import Dossier, Intent, Level, Stage, instant
from poise.etiquette.matter import Matter
from poise.etiquette.phrasing import Phrasing
from poise.etiquette.ruleset import Rulebook
from poise.etiquette.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Turn:
    """What the verdict is from `at` (in UTC) on, not put into words."""

    at: datetime
    verdict: Level
    rule: str | None
    stage: Stage
    instead: tuple[Better, ...]


def judge(
    rulebook: Rulebook, dossier: Dossier, intent: Intent, now: datetime, language: str = "en"
) -> Verdict:
    """The verdict on an intent at `now`, in words of `en`, `de` or `nb`, its instants in the zone of `now`.

    The dossier has at least one application; ValueError if not, or if `now` has no offset.
    """
    matter = Matter(dossier, intent)
    decision, until = next(_decisions(rulebook, matter, now))
    return Phrasing(matter, language, now.tzinfo).verdict(decision, until)


def timeline(
    rulebook: Rulebook, dossier: Dossier, intent: Intent, now: datetime, until: datetime
) -> list[Turn]:
    """The verdict at `now`, then each that comes by itself before `until`; errors as of `judge`."""
    matter = Matter(dossier, intent)
    found: list[Turn] = []
    for decision, end in _decisions(rulebook, matter, now):
        if found and decision.at >= until:
            break
        steps = tuple(better(matter, decision.match, decision.at, end)) if decision.match else ()
        found.append(Turn(decision.at, decision.verdict, decision.rule, decision.shown.stage, steps))
    return found


def _decisions(
    rulebook: Rulebook, matter: Matter, now: datetime
) -> Iterator[tuple[Decision, datetime | None]]:
    """Each with the instant at which it changes by itself; null for the last."""
    if not matter.dossier.applications:
        raise ValueError("a dossier has at least one application")
    coming = changes(rulebook, matter, instant(now))
    decision: Decision | None = next(coming)
    while decision:
        following = next(coming, None)
        yield decision, following.at if following else None
        decision = following
