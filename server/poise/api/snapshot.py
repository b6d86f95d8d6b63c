"""All that the extension needs to decide by itself for a while."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from flask import Blueprint, request
from pydantic import Field

from poise.api.endpoint import Reply, endpoint
from poise.api.known import companies, people
from poise.api.service import Service, now, service
from poise.api.settings import SettingsMessage, language_of, settings_of
from poise.api.timelines import Row, Timelines
from poise.api.upcoming import Due, Steps, due_over_time, first_due, rows, steps_over_time
from poise.api.waiting import waiting_over_time, with_a_say
from poise.api.wire import Instant, Language, Message
from poise.config import API, VERSION
from poise.etiquette.clock import Clock
from poise.etiquette.stages import in_order
from poise.lasting import unswept
from poise.store.dossiers import Known

blueprint = Blueprint("snapshot", __name__)

REACH = timedelta(days=30)
RENEWED = timedelta(hours=6)


class SnapshotQuery(Message):
    language: Language | None = None


class NextStep(Message):
    name: str
    kind: str
    due: Instant


class Waiting(Message):
    """The badge from an instant on, and what is due next then."""

    from_: Instant = Field(serialization_alias="from")
    count: int
    next: NextStep | None


class Guarded(Message):
    """One person or company; `stages`, `steps` and `verdicts` are timelines, each row valid from its `from` on."""

    id: UUID
    kind: str
    name: str
    company: str
    role: str | None
    identities: tuple[str, ...]
    not_identities: tuple[str, ...]
    trusted: bool
    stages: list[Row]
    steps: list[Row]
    verdicts: Mapping[str, list[Row]]


class Snapshot(Message):
    """`words`: the templates of each rule, by its id, in one language."""

    api: int = API
    made_at: Instant
    until: Instant
    language: str
    waiting: list[Waiting]
    settings: SettingsMessage
    words: dict[str, Any]
    guarded: list[Guarded]


@endpoint(blueprint, "GET", "/snapshot", asks=SnapshotQuery, gives=Snapshot)
def show_snapshot(query: SnapshotQuery) -> Reply:
    """Guarded people and companies, with their verdicts over the next 30 days."""
    here = service()
    language, at = language_of(here, query.language), now()
    tag = _tag(here, language, at)
    if request.if_none_match.contains(tag):
        return Reply(None, 304, {"ETag": f'"{tag}"'})
    with unswept():
        found = snapshot(here, language, at)
    return Reply(found, 200, {"ETag": f'"{tag}"'})


def snapshot(here: Service, language: str, at: datetime) -> Snapshot:
    until = at + REACH
    timelines = Timelines(here.rulebook, here.maps, at, until)
    steps = steps_over_time(people(here), at, until, language)
    everybody = [known for known in (*people(here), *companies(here)) if with_a_say(known)]
    return Snapshot(
        made_at=at,
        until=until,
        language=language,
        waiting=_waiting(people(here), steps, at, until),
        settings=settings_of(here),
        words={name: rule.words(language) for name, rule in here.rulebook.rules.items()},
        guarded=[_guarded(known, timelines, rows(steps.get(known.id, [])), at) for known in everybody],
    )


def _waiting(known: Sequence[Known], steps: Steps, at: datetime, until: datetime) -> list[Waiting]:
    """A row at each instant at which the number or the next step becomes another."""
    counts, spans = dict(waiting_over_time(known, at, until)), due_over_time(steps, until)
    turns = {at, *counts, *(one.start for one in spans), *(one.end for one in spans)}
    times = sorted(turn for turn in turns if at <= turn < until)
    found: list[Waiting] = []
    count = 0
    for turn, first in zip(times, first_due(spans, times), strict=True):
        count = counts.get(turn, count)
        step = _next_step(first)
        if not found or (found[-1].count, found[-1].next) != (count, step):
            found.append(Waiting(from_=turn, count=count, next=step))
    return found


def _next_step(due: Due | None) -> NextStep | None:
    return NextStep(name=due.name, kind=due.kind, due=due.due) if due else None


def _guarded(known: Known, timelines: Timelines, steps: list[Row], at: datetime) -> Guarded:
    application, interviewer = in_order(with_a_say(known), Clock(at))[0], known.dossier.interviewer
    return Guarded(
        id=known.id,
        kind=known.kind,
        name=known.name,
        company=application.company,
        role=application.role,
        identities=known.identities,
        not_identities=known.denied,
        trusted=bool(interviewer and interviewer.trusted),
        stages=timelines.stages(known),
        steps=steps,
        verdicts=timelines.verdicts(known),
    )


def _tag(here: Service, language: str, at: datetime) -> str:
    """Another after every change, and after some hours, so that a snapshot always reaches far ahead."""
    age = int(at.timestamp() // RENEWED.total_seconds())
    seed = f"{here.kept.revision} {age} {language} {VERSION} {API}"
    return hashlib.sha256(seed.encode()).hexdigest()[:32]
