"""What each key of a rule's `when` asks of a situation, as a function made once when the rule is loaded."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice
from typing import Any

from poise.etiquette.facts import Interaction
from poise.etiquette.situation import THEIR_WORDS, Situation, Standing
from poise.etiquette.when import Count, When

Test = Callable[[Situation, Standing], bool]


def _counted(count: Count) -> Test:
    enough = count.limit + 1

    def test(situation: Situation, standing: Standing) -> bool:
        found = islice(_happened(count, situation, standing), enough)
        return (len(list(found)) == enough) is (count.at_least is not None)

    return test


def _happened(count: Count, situation: Situation, standing: Standing) -> Iterator[Interaction]:
    """What is counted, newest first, so that counting ends with what is enough."""
    found = (
        situation.since_interview(count.kinds, standing)
        if count.since_interview
        else situation.behind(count.kinds)
    )
    reply = situation.latest(THEIR_WORDS) if count.since_reply else None
    for entry in reversed(found):
        if reply is not None and entry.at <= reply:
            return
        if count.in_days and situation.clock.reached(entry.at + timedelta(days=count.in_days)):
            return
        if count.channels is None or entry.channel in count.channels:
            yield entry


def _days_since_interview(days: int) -> Test:
    def test(situation: Situation, standing: Standing) -> bool:
        ended = situation.interview_ended(standing)
        return ended is not None and situation.clock.reached(ended + timedelta(days=days))

    return test


def _among(asked: Callable[[Situation, Standing], object]) -> Callable[[Any], Test]:
    return lambda some: lambda situation, standing: asked(situation, standing) in some


def _whether(asked: Callable[[Situation, Standing], bool]) -> Callable[[Any], Test]:
    return lambda yes: lambda situation, standing: asked(situation, standing) is yes


CONDITIONS: dict[str, Callable[[Any], Test]] = {
    "gate": _among(lambda at, _: at.matter.intent.gate),
    "with_note": _whether(lambda at, _: at.matter.intent.with_note),
    "stage": _among(lambda _, standing: standing.stage),
    "slow_process": _whether(lambda _, standing: standing.application.slow_process),
    "trusted": _whether(lambda at, _: at.matter.trusted),
    "trusted_by_offer": _whether(lambda at, _: at.trusted_by_offer),
    "channel": _among(lambda at, _: at.matter.channel),
    "days_since_interview": _days_since_interview,
    "they_asked": _whether(lambda at, _: at.they_asked),
    "earlier_contact": _whether(lambda at, _: at.earlier_contact),
    "switches_channel": _whether(lambda at, standing: at.switches_channel(standing)),
    "count": _counted,
    "text": lambda some: lambda at, _: not at.matter.text.isdisjoint(some),
    "surely": lambda some: lambda at, _: not at.matter.surely.isdisjoint(some),
}


def compiled(when: When) -> tuple[Test, ...]:
    """The tests of a clause, all of which must hold; by its actions it is looked up."""
    return tuple(CONDITIONS[key](getattr(when, key)) for key in when.keys if key != "action")
