"""A dossier and an intent laid out for judging: all that no clock changes, found when first asked."""

from functools import cached_property

from poise.etiquette.facts import (
    Action,
    Application,
    Channel,
    Dossier,
    Gate,
    HistoryKind,
    Intent,
    Interaction,
    Role,
)

WALL = frozenset({Action.WALL_POST, Action.WALL_COMMENT})
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
        if self.intent.action in WALL:
            return self.dossier.applications
        if self.dossier.interviewer is None:
            return ()
        return tuple(a for a in self.dossier.applications if a.part is Role.INTERVIEWER)

    @cached_property
    def text(self) -> frozenset[str]:
        """The classes of the text, with `other` where it is not about the application, or `unknown`.

        At a first gate there is no text yet, and none is missed.
        """
        if self.intent.text is not None:
            from poise.etiquette.wording import read  # imported late: most judgements read no text

            classes = read(self.intent.text)
            return classes if classes & ABOUT_APPLICATION else classes | {"other"}
        return frozenset({"other" if self.intent.gate is Gate.FIRST else "unknown"})

    @cached_property
    def _by_kind(self) -> dict[HistoryKind, list[Interaction]]:
        found: dict[HistoryKind, list[Interaction]] = {}
        for entry in self.dossier.history:
            found.setdefault(entry.kind, []).append(entry)
        return found

    def entries(self, kinds: frozenset[HistoryKind]) -> list[Interaction]:
        """The history of these kinds, newest first, what lies in the future included."""
        found = [entry for kind, entries in self._by_kind.items() if kind in kinds for entry in entries]
        found.sort(key=lambda entry: entry.at, reverse=True)
        return found
