"""A matter at one instant: what the conditions of the rules ask about. Time is asked of the clock alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from poise.etiquette.clock import Clock
from poise.etiquette.facts import Action, Application, Channel, HistoryKind, Interaction, Stage
from poise.etiquette.matter import Matter
from poise.etiquette.stages import UNDECIDED, in_order, last_end, stage_at

CONTACT = frozenset(HistoryKind) - {HistoryKind.COMMENT}
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
        self.standings = [Standing(a, stage_at(a, clock)) for a in in_order(matter.applications, clock)]

    @property
    def shown(self) -> Standing:
        """The one that speaks for all; where nothing is guarded, of all that are known."""
        if self.standings:
            return self.standings[0]
        first = in_order(self.matter.dossier.applications, self.clock)[0]
        return Standing(first, stage_at(first, self.clock))

    def behind(self, kinds: frozenset[HistoryKind]) -> Iterator[Interaction]:
        """What happened of these kinds, newest first; what lies in the future does not count."""
        return (entry for entry in self.matter.entries(kinds) if self.clock.reached(entry.at))

    def latest(self, kinds: frozenset[HistoryKind]) -> datetime | None:
        """When the last of these kinds happened."""
        return next((entry.at for entry in self.behind(kinds)), None)

    def since_interview(self, kinds: frozenset[HistoryKind], standing: Standing) -> list[Interaction]:
        """What happened of these kinds since the first interview ended, newest first; before, nothing."""
        ends = [interview.ends for interview in standing.application.interviews]
        if not ends or not self.clock.reached(min(ends)):
            return []
        return [entry for entry in self.behind(kinds) if entry.at >= min(ends)]

    def interview_ended(self, standing: Standing) -> datetime | None:
        """When the last interview that lies behind ended."""
        return last_end(standing.application, self.clock)

    @cached_property
    def trusted_by_offer(self) -> bool:
        """An offer or acceptance, and nothing they still decide on."""
        stages = {standing.stage for standing in self.standings}
        return bool(stages & {Stage.OFFERED, Stage.HIRED}) and not stages & UNDECIDED

    @cached_property
    def earlier_contact(self) -> bool:
        """Whether there was contact on the intent's channel; a comment under a post is none."""
        interviewer, channel = self.matter.dossier.interviewer, self.matter.channel
        if interviewer and channel in interviewer.earlier_contact:
            return True
        return any(entry.channel is channel for entry in self.behind(CONTACT))

    @cached_property
    def they_asked(self) -> bool:
        """They sent the request that is to be accepted; or wrote last, so that this is an answer."""
        if self.matter.intent.action in (Action.CONNECT, Action.FRIEND):
            return any(e.channel in (None, self.matter.channel) for e in self.behind(THEIR_REQUEST))
        return self._their_turn is not None

    @cached_property
    def _their_turn(self) -> frozenset[Channel | None] | None:
        """The channels they wrote on since the user last did; None where the user wrote last."""
        own = self.latest(WRITTEN)
        later = frozenset(e.channel for e in self.behind(THEIR_WORDS) if own is None or e.at > own)
        return later or None

    def switches_channel(self, standing: Standing) -> bool:
        """Whether this leaves the channel they wrote on last, else the one the follow-ups began on."""
        channel = self.matter.channel
        if self._their_turn is not None:
            return self._their_turn.isdisjoint({channel, None})
        begun = self.since_interview(PRESSING, standing)
        if not begun:
            return False
        theirs = self.since_interview(THEIR_WORDS, standing)
        fine = {e.channel for e in theirs} | {e.channel for e in begun if e.at == begun[-1].at}
        to_email_from_phone = channel is Channel.EMAIL and fine == {Channel.PHONE}
        return fine.isdisjoint({channel, None}) and not to_email_from_phone

    def lies_within(self, at: datetime, days: int) -> bool:
        """Whether it happened, and less than so many times 24 hours ago."""
        return self.clock.reached(at) and not self.clock.reached(at + timedelta(days=days))
