"""What each key of a rule's `when` asks of a situation, as a function made once when the rule is loaded."""

from collections.abc import Callable
from datetime import timedelta
from itertools import islice
from typing import Any

from poise.etiquette.situation import THEIR_WORDS, Situation, Standing
from poise.etiquette.when import Count, When

Test = Callable[[Situation, Standing], bool]


def _counted(count: Count) -> Test:
    enough = count.at_least if count.at_least is not None else (count.at_most or 0) + 1

    def test(situation: Situation, standing: Standing) -> bool:
        found = len(list(islice(_happened(count, situation, standing), enough)))
        return (found == enough) == (count.at_least is not None)

    return test


def _happened(count: Count, situation: Situation, standing: Standing) -> Any:
    entries = (
        situation.since_interview(count.kinds, standing)
        if count.since_interview
        else situation.behind(count.kinds)
    )
    reply = situation.latest(THEIR_WORDS) if count.since_reply else None
    for entry in entries:
        if count.in_days and not situation.lies_within(entry.at, count.in_days):
            return
        if reply is not None and entry.at <= reply:
            return
        if count.channels is None or entry.channel in count.channels:
            yield entry


def _days_since_interview(days: int) -> Test:
    def test(situation: Situation, standing: Standing) -> bool:
        ended = situation.interview_ended(standing)
        return ended is not None and situation.clock.reached(ended + timedelta(days=days))

    return test


CONDITIONS: dict[str, Callable[[Any], Test]] = {
    "action": lambda some: lambda at, _: at.matter.intent.action in some,
    "gate": lambda some: lambda at, _: at.matter.intent.gate in some,
    "with_note": lambda yes: lambda at, _: at.matter.intent.with_note is yes,
    "stage": lambda some: lambda _, standing: standing.stage in some,
    "slow_process": lambda yes: lambda _, standing: standing.application.slow_process is yes,
    "trusted": lambda yes: lambda at, _: at.matter.trusted is yes,
    "trusted_by_offer": lambda yes: lambda at, _: at.trusted_by_offer is yes,
    "channel": lambda some: lambda at, _: at.matter.channel in some,
    "days_since_interview": _days_since_interview,
    "they_asked": lambda yes: lambda at, _: at.they_asked is yes,
    "earlier_contact": lambda yes: lambda at, _: at.earlier_contact is yes,
    "switches_channel": lambda yes: lambda at, standing: at.switches_channel(standing) is yes,
    "count": _counted,
    "text": lambda some: lambda at, _: not at.matter.text.isdisjoint(some),
}


def compiled(when: When) -> tuple[Test, ...]:
    """The tests of a clause, all of which must hold."""
    return tuple(CONDITIONS[key](getattr(when, key)) for key in when.keys)
