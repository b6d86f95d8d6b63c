"""What each key of a rule's `when` asks of a situation, as a function made once when the rule is loaded."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice
from typing import Any

from poise.etiquette.facts import Interaction
from poise.etiquette.matter import Matter
from poise.etiquette.situation import THEIR_WORDS, Situation, Standing
from poise.etiquette.when import Count, When

Test = Callable[[Situation, Standing], bool]


def _counted(count: Count) -> Test:
    enough = count.limit + 1
    window = timedelta(days=count.in_days) if count.in_days else None

    def test(situation: Situation, standing: Standing) -> bool:
        found = islice(_happened(count, window, situation, standing), enough)
        return (len(list(found)) == enough) is (count.at_least is not None)

    return test


def _happened(
    count: Count, window: timedelta | None, situation: Situation, standing: Standing
) -> Iterator[Interaction]:
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
        if window and situation.clock.reached(entry.at + window):
            return
        if count.channels is None or entry.channel is None or entry.channel in count.channels:
            yield entry


def _days_since_interview(days: int) -> Test:
    def test(situation: Situation, standing: Standing) -> bool:
        ended = situation.interview_ended(standing)
        return ended is not None and situation.clock.reached(ended + timedelta(days=days))

    return test


OF_MATTER: dict[str, Callable[[Any], Callable[[Matter], bool]]] = {
    "gate": lambda some: lambda matter: matter.intent.gate in some,
    "with_note": lambda yes: lambda matter: matter.intent.with_note is yes,
    "trusted": lambda yes: lambda matter: matter.trusted is yes,
    "channel": lambda some: lambda matter: matter.channel in some,
    "text": lambda some: lambda matter: not matter.text.isdisjoint(some),
    "surely": lambda some: lambda matter: not matter.surely.isdisjoint(some),
}
OF_SITUATION: dict[str, Callable[[Any], Test]] = {
    "stage": lambda some: lambda _, standing: standing.stage in some,
    "slow_process": lambda yes: lambda _, standing: standing.application.slow_process is yes,
    "trusted_by_offer": lambda yes: lambda at, _: at.trusted_by_offer is yes,
    "days_since_interview": _days_since_interview,
    "they_asked": lambda yes: lambda at, _: at.they_asked is yes,
    "earlier_contact": lambda yes: lambda at, _: at.earlier_contact is yes,
    "switches_channel": lambda yes: lambda at, standing: at.switches_channel(standing) is yes,
    "count": _counted,
}


def of_matter(when: When) -> tuple[Callable[[Matter], bool], ...]:
    """The tests of a clause that no clock changes; by its actions it is looked up."""
    return tuple(OF_MATTER[key](getattr(when, key)) for key in when.keys if key in OF_MATTER)


def of_situation(when: When) -> tuple[Test, ...]:
    """The tests of a clause that are made anew at each instant."""
    return tuple(OF_SITUATION[key](getattr(when, key)) for key in when.keys if key in OF_SITUATION)
