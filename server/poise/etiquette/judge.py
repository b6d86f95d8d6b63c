"""The judge: a rulebook, what is known, what is intended and the time in, the verdict out. Pure."""

from collections.abc import Iterator
from datetime import datetime

from poise.etiquette.decision import Decision, changes
from poise.etiquette.facts import Dossier, Intent, Verdict, instant
from poise.etiquette.matter import Matter
from poise.etiquette.phrasing import Phrasing
from poise.etiquette.ruleset import Rulebook


def judge(
    rulebook: Rulebook, dossier: Dossier, intent: Intent, now: datetime, language: str = "en"
) -> Verdict:
    """The verdict on an intent at `now`, in words of `en`, `de` or `nb`, its instants in the zone of `now`.

    The dossier has at least one application; ValueError if not, or if `now` has no offset.
    """
    return next(_verdicts(rulebook, dossier, intent, now, language))[1]


def timeline(
    rulebook: Rulebook, dossier: Dossier, intent: Intent, now: datetime, until: datetime, language: str = "en"
) -> list[tuple[datetime, Verdict]]:
    """The verdict at `now`, then each that comes by itself before `until`, with its instant."""
    found: list[tuple[datetime, Verdict]] = []
    for at, verdict in _verdicts(rulebook, dossier, intent, now, language):
        if found and at >= until:
            break
        found.append((at, verdict))
    return found


def _verdicts(
    rulebook: Rulebook, dossier: Dossier, intent: Intent, now: datetime, language: str
) -> Iterator[tuple[datetime, Verdict]]:
    if not dossier.applications:
        raise ValueError("a dossier has at least one application")
    matter = Matter(dossier, intent)
    phrasing = Phrasing(matter, language, now.tzinfo)
    coming = changes(rulebook, matter, instant(now))
    decision: Decision | None = next(coming)
    while decision:
        following = next(coming, None)
        at = decision.at.astimezone(now.tzinfo)
        yield at, phrasing.verdict(decision, following.at if following else None)
        decision = following
