"""A matter at one instant: what the conditions of the rules ask about. Time is asked of the clock alone."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import takewhile

from poise.etiquette.clock import Clock
from poise.etiquette.facts import INSTANT, Action, Application, Channel, HistoryKind, Interaction, Stage
from poise.etiquette.matter import Kinds, Matter
from poise.etiquette.stages import UNDECIDED, in_order, last_end, stage_at

PRESSING = frozenset({HistoryKind.FOLLOW_UP, HistoryKind.MESSAGE, HistoryKind.CALL})
WRITTEN = PRESSING | {HistoryKind.THANK_YOU}
THEIR_WORDS = frozenset({HistoryKind.THEY_WROTE})
THEIR_REQUEST = frozenset({HistoryKind.THEY_CONNECTED})


@dataclass(frozen=True, slots=True)
class Standing:
    """One of the applications, and where it stands at this instant."""

    application: Application
    stage: Stage

    @property
    def undecided(self) -> bool:
        return self.stage in UNDECIDED


class Situation:
    """A matter as it stands by this clock."""

    def __init__(self, matter: Matter, clock: Clock) -> None:
        self.matter = matter
        self.clock = clock
        self.standings = [self._standing(one) for one in in_order(matter.applications, clock)]
        self._past: dict[Kinds, Sequence[Interaction]] = {}

    def _standing(self, application: Application) -> Standing:
        return Standing(application, stage_at(application, self.clock))

    @property
    def shown(self) -> Standing:
        """The one that speaks for all; where nothing is guarded, of all that are known."""
        if self.standings:
            return self.standings[0]
        return self._standing(in_order(self.matter.dossier.applications, self.clock)[0])

    def behind(self, kinds: Kinds) -> Sequence[Interaction]:
        """What happened of these kinds, oldest first; what lies in the future does not count."""
        past = self._past.get(kinds)
        if past is None:
            record = self.matter.record(kinds)
            end = bisect_right(record, self.clock.now, key=INSTANT)
            if end < len(record):
                self.clock.reached(record[end].at)
            past = self._past[kinds] = record[:end]
        return past

    def latest(self, kinds: Kinds) -> datetime | None:
        """When the last of these kinds happened."""
        behind = self.behind(kinds)
        return behind[-1].at if behind else None

    def since_interview(self, kinds: Kinds, standing: Standing) -> Sequence[Interaction]:
        """What happened of these kinds since the first interview ended, oldest first; before, nothing."""
        end = standing.application.first_end
        if end is None or not self.clock.reached(end):
            return ()
        past = self.behind(kinds)
        return past[bisect_left(past, end, key=INSTANT) :]

    def interview_ended(self, standing: Standing) -> datetime | None:
        """When the last interview that lies behind ended."""
        return last_end(standing.application, self.clock)

    @property
    def trusted_by_offer(self) -> bool:
        """An offer or acceptance, and nothing they still decide on."""
        stages = {standing.stage for standing in self.standings}
        return bool(stages & {Stage.OFFERED, Stage.HIRED}) and not stages & UNDECIDED

    @property
    def earlier_contact(self) -> bool:
        """Whether there was contact on the intent's channel."""
        if self.matter.contact_is_known:
            return True
        first = self.matter.first_contact
        return first is not None and self.clock.reached(first)

    @property
    def they_asked(self) -> bool:
        """They sent the request that is to be accepted; or wrote last, so that this is an answer."""
        if self.matter.intent.action in (Action.CONNECT, Action.FRIEND):
            return any(entry.channel in (None, self.matter.channel) for entry in self.behind(THEIR_REQUEST))
        return bool(self._unanswered)

    @cached_property
    def _unanswered(self) -> set[Channel | None]:
        """The channels they wrote on since the user last did."""
        theirs = self.behind(THEIR_WORDS)
        own = self.latest(WRITTEN) if theirs else None
        words = takewhile(lambda entry: own is None or entry.at > own, reversed(theirs))
        return {entry.channel for entry in words}

    def switches_channel(self, standing: Standing) -> bool:
        """Whether this leaves the channel they wrote on last, else the one the follow-ups began on."""
        channel = self.matter.channel
        if self._unanswered:
            return self._unanswered.isdisjoint({channel, None})
        begun = self.since_interview(PRESSING, standing)
        if not begun:
            return False
        theirs = self.since_interview(THEIR_WORDS, standing)
        first = takewhile(lambda entry: entry.at == begun[0].at, begun)
        fine = {entry.channel for entry in theirs} | {entry.channel for entry in first}
        to_email_from_phone = channel is Channel.EMAIL and fine == {Channel.PHONE}
        return fine.isdisjoint({channel, None}) and not to_email_from_phone
