"""The shape of a scenario, as `poise judge` reads it."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StrictBool

from poise.etiquette.facts import Action, Channel, Gate, HistoryKind, OutcomeKind, Role, Site
from poise.etiquette.shapes import Line, Strict, listed
from poise.etiquette.times import Day, Instant


class Interview(Strict):
    starts: Instant
    ends: Instant


class Outcome(Strict):
    kind: OutcomeKind
    at: Instant


class Application(Strict):
    company: Line
    role: Line | None = None
    applied_on: Day | None = None
    interviews: tuple[Interview, ...] = ()
    outcome: Outcome | None = None
    slow_process: StrictBool = False


class Interviewer(Strict):
    name: Line
    profiles: tuple[Line, ...] = ()
    role: Role = Role.INTERVIEWER
    trusted: StrictBool = False
    earlier_contact: frozenset[Channel] = frozenset()


class Interaction(Strict):
    kind: HistoryKind
    channel: Channel | None = None
    at: Instant
    text: str | None = None


class Intent(Strict):
    action: Action
    site: Site | None = None
    channel: Channel | None = None
    gate: Gate = Gate.LAST
    text: str | None = None
    with_note: StrictBool = False


Applications = Annotated[tuple[Application, ...], BeforeValidator(listed), Field(min_length=1)]


class ScenarioFile(Strict):
    """`application`, or `applications` where the interviewer is in several."""

    now: Instant
    language: Literal["en", "de", "nb"] = "en"
    application: Applications | None = None
    applications: Applications | None = None
    interviewer: Interviewer | None = None
    history: tuple[Interaction, ...] = ()
    intent: Intent
