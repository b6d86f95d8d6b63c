"""The examples inside the rules: a few words of what is given, made into a case that can be judged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from pydantic import Field, ValidationError

from poise.errors import BadInput
from poise.etiquette.facts import (
    Action,
    Application,
    Channel,
    Dossier,
    Gate,
    HistoryKind,
    Intent,
    Interaction,
    Interview,
    Interviewer,
    Outcome,
    Role,
    Site,
    Stage,
)
from poise.etiquette.judge import judge
from poise.etiquette.rule import Rule
from poise.etiquette.ruleset import Rulebook
from poise.etiquette.shapes import Strict
from poise.etiquette.stages import AFTER
from poise.faults import faults_of

NOW = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
Hours = Annotated[float, Field(ge=-100_000, le=100_000)]
OUTCOMES = {stage: kind for kind, stage in AFTER.items()}
OFF_PAGE = frozenset({Action.THANK_YOU, Action.FOLLOW_UP})
ON_FACEBOOK = frozenset({Action.FRIEND, Action.WALL_POST, Action.WALL_COMMENT})


class Past(Strict):
    """Something that happened so many hours ago."""

    kind: HistoryKind
    channel: Channel | None = None
    hours_ago: Hours


class Given(Strict):
    """What an example may give; what it leaves out is as usual: one interview, which ended 19 hours ago."""

    action: Action
    site: Site | None = None
    channel: Channel | None = None
    gate: Gate = Gate.LAST
    text: str | None = None
    with_note: bool = False
    stages: tuple[Stage, ...] = Field((Stage.AWAITING,), min_length=1)
    role: Role = Role.INTERVIEWER
    trusted: bool = False
    earlier_contact: frozenset[Channel] = frozenset()
    slow_process: bool = False
    hours_since_interview: Hours = 19
    history: tuple[Past, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    dossier: Dossier
    intent: Intent
    now: datetime = NOW


def case(given: Mapping[str, Any]) -> Case:
    """The case that an example's `given` stands for; BadInput with the place of each fault."""
    try:
        facts = Given.model_validate(given)
    except ValidationError as error:
        raise BadInput(faults_of(error)) from error
    return Case(_dossier(facts), _intent(facts))


def _intent(given: Given) -> Intent:
    site, channel = given.site, given.channel
    if site is None and channel is None:
        channel = Channel.EMAIL if given.action in OFF_PAGE else None
        site = None if channel else Site.FACEBOOK if given.action in ON_FACEBOOK else Site.LINKEDIN
    return Intent(given.action, site, channel, given.gate, given.text, given.with_note)


def _dossier(given: Given) -> Dossier:
    return Dossier(
        applications=tuple(_application(given, stage) for stage in given.stages),
        interviewer=Interviewer("Jane Doe", trusted=given.trusted, earlier_contact=given.earlier_contact),
        history=tuple(Interaction(e.kind, NOW - e.hours_ago * HOUR, e.channel) for e in given.history),
    )


def _application(given: Given, stage: Stage) -> Application:
    ended = NOW + 25 * HOUR if stage is Stage.SCHEDULED else NOW - given.hours_since_interview * HOUR
    return Application(
        company="Acme",
        interviews=() if stage is Stage.APPLIED else (Interview(ended - HOUR, ended),),
        outcome=Outcome(OUTCOMES[stage], NOW - HOUR) if stage in OUTCOMES else None,
        slow_process=given.slow_process,
        part=given.role,
    )


def failures(rule: Rule) -> Iterator[tuple[str, str]]:
    """The place and the fault of each example that the rule, alone, does not live up to."""
    alone = Rulebook.of([rule])
    for number, example in enumerate(rule.file.example):
        path = f"example[{number}]"
        try:
            given = case(example.given)
        except BadInput as wrong:
            yield from ((f"{path}.given.{place}", fault) for place, fault in wrong.faults)
            continue
        verdict = judge(alone, given.dossier, given.intent, given.now)
        if bool(verdict.rules) is not example.matches:
            yield path, "the rule speaks" if verdict.rules else "the rule does not speak"
        elif example.matches and verdict.verdict is not example.expect:
            yield path, f"expects {example.expect}, and the rule says {verdict.verdict}"
