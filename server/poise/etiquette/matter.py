"""A dossier and an intent laid out for judging: all that no clock changes, found when first asked."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from poise.etiquette.facts import (
    WALLS,
    Application,
    Channel,
    Dossier,
    Gate,
    HistoryKind,
    Intent,
    Interaction,
    Role,
)

Kinds = frozenset[HistoryKind]
ABOUT_APPLICATION = frozenset(
    {"interview-thanks", "application", "asks-for-decision", "angry", "made-as-thanks"}
)


class Matter:
    """What is to be judged. A wall is the company's, every other action is towards the interviewer."""

    def __init__(self, dossier: Dossier, intent: Intent) -> None:
        self.dossier = dossier
        self.intent = intent
        self.channel = intent.channel or (Channel(intent.site) if intent.site else None)
        self.trusted = dossier.interviewer is not None and dossier.interviewer.trusted

    @cached_property
    def applications(self) -> tuple[Application, ...]:
        """The applications that are judged: go-betweens are not guarded, walls always are."""
        if self.intent.action in WALLS:
            return self.dossier.applications
        if self.dossier.interviewer is None:
            return ()
        return tuple(a for a in self.dossier.applications if a.part is Role.INTERVIEWER)

    @cached_property
    def text(self) -> frozenset[str]:
        """The classes of the text, with `other` where it may be about something else, or `unknown`.

        At a first gate there is no text yet, and none is missed.
        """
        if self.intent.text is not None:
            named = self._reading[0]
            return named if self.surely & ABOUT_APPLICATION else named | {"other"}
        return frozenset({"other" if self.intent.gate is Gate.FIRST else "unknown"})

    @property
    def surely(self) -> frozenset[str]:
        """The classes of the text that are beyond doubt."""
        return self._reading[1]

    @cached_property
    def _reading(self) -> tuple[frozenset[str], frozenset[str]]:
        if self.intent.text is None:
            return frozenset(), frozenset()
        from poise.etiquette.wording import weigh  # imported late: most judgements read no text

        reading = weigh(self.intent.text)
        return reading.classes, reading.sure

    @property
    def contact_is_known(self) -> bool:
        """Whether there was contact on the intent's channel before all history."""
        interviewer = self.dossier.interviewer
        return interviewer is not None and self.channel in interviewer.earlier_contact

    @property
    def first_contact(self) -> datetime | None:
        """When contact on the intent's channel began."""
        return self.dossier.first_contact(self.channel)

    def record(self, kinds: Kinds) -> Sequence[Interaction]:
        """The history of these kinds, oldest first, what lies in the future included."""
        return self.dossier.record(kinds)
