"""Where things stand with one interviewer in one application: what the agenda's steps are found from."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from poise.etiquette.clock import Clock
from poise.etiquette.facts import Application, Dossier, HistoryKind, Interaction, Interviewer, Stage
from poise.etiquette.stages import gone_quiet, last_end, meets_again, stage_at


@dataclass(frozen=True, slots=True)
class Position:
    """`now` is in UTC."""

    dossier: Dossier
    interviewer: Interviewer
    application: Application
    now: datetime

    @property
    def stage(self) -> Stage:
        return stage_at(self.application, Clock(self.now))

    @property
    def ended(self) -> datetime | None:
        """When the last interview that lies behind ended."""
        return last_end(self.application, Clock(self.now))

    @property
    def ahead(self) -> datetime | None:
        """When the next interview starts."""
        starts = (interview.starts for interview in self.application.interviews)
        return min((start for start in starts if start > self.now), default=None)

    @property
    def meets_again(self) -> bool:
        """Whether an interview is under way or lies ahead."""
        return meets_again(self.application, self.now)

    @property
    def quiet(self) -> bool:
        """Whether they have shown no sign of life for long."""
        return gone_quiet(self.application, self.dossier.history, self.now)

    @property
    def decided(self) -> datetime | None:
        """When the decision fell, if it has."""
        outcome = self.application.outcome
        return outcome.at if outcome and outcome.at <= self.now else None

    def happened(self, kinds: Collection[HistoryKind], since: datetime) -> list[Interaction]:
        """What happened of these kinds from `since` to now, oldest first."""
        return [e for e in self.dossier.history if e.kind in kinds and since <= e.at <= self.now]
