"""The closed vocabulary of a rule's `when`: the keys and the values they take; an unknown key is an error."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from poise.etiquette.facts import Action, Channel, Gate, HistoryKind, Level, Stage
from poise.etiquette.shapes import Strict

Named = Literal[
    "interview-thanks", "application", "asks-for-decision", "angry", "bare-praise", "made-as-thanks"
]
Text = Literal[Named, "other", "unknown"]
Days = Annotated[int, Field(ge=1, le=3650)]


class Count(Strict):
    """How often something of these kinds happened: in all, or within a window, or since something."""

    kinds: frozenset[HistoryKind] = Field(min_length=1)
    channels: frozenset[Channel] | None = Field(default=None, min_length=1)
    at_least: Annotated[int, Field(ge=1, le=1000)] | None = None
    at_most: Annotated[int, Field(ge=0, le=1000)] | None = None
    in_days: Days | None = None
    since_interview: bool = False
    since_reply: bool = False

    @property
    def limit(self) -> int:
        """What `at_least` is one more than, and `at_most` is."""
        return self.at_least - 1 if self.at_least else self.at_most or 0

    @model_validator(mode="after")
    def one_bound(self) -> Self:
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("needs either at_least or at_most")
        return self


class When(Strict):
    """All keys must hold, in one application; a list means one of; `verdict` may be milder here."""

    verdict: Level | None = None
    action: frozenset[Action] | None = Field(default=None, min_length=1)
    gate: frozenset[Gate] | None = Field(default=None, min_length=1)
    with_note: bool | None = None
    stage: frozenset[Stage] | None = Field(default=None, min_length=1)
    slow_process: bool | None = None
    trusted: bool | None = None
    trusted_by_offer: bool | None = None
    channel: frozenset[Channel] | None = Field(default=None, min_length=1)
    days_since_interview: Days | None = None
    they_asked: bool | None = None
    earlier_contact: bool | None = None
    switches_channel: bool | None = None
    count: Count | None = None
    text: frozenset[Text] | None = Field(default=None, min_length=1)
    surely: frozenset[Named] | None = Field(default=None, min_length=1)

    @property
    def keys(self) -> tuple[str, ...]:
        """The conditions that are set, in the order of the vocabulary: the cheapest first."""
        return tuple(k for k in type(self).model_fields if k != "verdict" and k in self.model_fields_set)
