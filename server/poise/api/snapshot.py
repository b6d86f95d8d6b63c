"""All that the extension needs to decide by itself for a while."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from flask import Blueprint, request
from pydantic import Field

from poise.api.agenda import items
from poise.api.endpoint import Reply, endpoint
from poise.api.known import companies, people
from poise.api.service import Service, now, service
from poise.api.settings import SettingsMessage, language_of, settings_of
from poise.api.timelines import Row, Timelines
from poise.api.waiting import waiting_over_time, with_a_say
from poise.api.wire import Instant, Language, Message
from poise.config import VERSION
from poise.etiquette.clock import Clock
from poise.etiquette.stages import in_order
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
    """One person or company; `stages` and `verdicts` are timelines, each row valid from its `from` on."""

    id: UUID
    kind: str
    name: str
    company: str
    role: str | None
    identities: Sequence[str]
    not_identities: Sequence[str]
    trusted: bool
    stages: Sequence[Row]
    verdicts: Mapping[str, Sequence[Row]]


class Snapshot(Message):
    """`words`: the templates of each rule, by its id, in one language."""

    api: int = 1
    made_at: Instant
    until: Instant
    language: str
    waiting: Sequence[Waiting]
    settings: SettingsMessage
    words: dict[str, Any]
    guarded: Sequence[Guarded]


@endpoint(blueprint, "GET", "/snapshot", asks=SnapshotQuery, gives=Snapshot)
def show_snapshot(query: SnapshotQuery) -> Reply:
    """Guarded people and companies, with their verdicts over the next 30 days."""
    here = service()
    language, at = language_of(here, query.language), now()
    tag = _tag(here, language, at)
    if request.if_none_match.contains(tag):
        return Reply(None, 304, {"ETag": f'"{tag}"'})
    return Reply(snapshot(here, language, at), 200, {"ETag": f'"{tag}"'})


def snapshot(here: Service, language: str, at: datetime) -> Snapshot:
    until = at + REACH
    timelines = Timelines(here, at, until)
    everybody = [known for known in (*people(here), *companies(here)) if with_a_say(known)]
    return Snapshot(
        made_at=at,
        until=until,
        language=language,
        waiting=_waiting(here, at, until, language),
        settings=settings_of(here),
        words={name: rule.words(language) for name, rule in here.rulebook.rules.items()},
        guarded=[_guarded(known, timelines, at) for known in everybody],
    )


def _waiting(here: Service, at: datetime, until: datetime, language: str) -> list[Waiting]:
    dated = [(item.due or item.from_, item) for item in items(people(here), at, language)]
    rows = []
    for start, count in waiting_over_time(people(here), at, until):
        due, item = next(((due, item) for due, item in dated if due >= start), (None, None))
        step = NextStep(name=item.interviewer, kind=item.kind, due=due) if item and due else None
        rows.append(Waiting(from_=start, count=count, next=step))
    return rows


def _guarded(known: Known, timelines: Timelines, at: datetime) -> Guarded:
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
        verdicts=timelines.verdicts(known),
    )


def _tag(here: Service, language: str, at: datetime) -> str:
    """Another after every change, and after some hours, so that a snapshot always reaches far ahead."""
    age = int(at.timestamp() // RENEWED.total_seconds())
    seed = f"{here.kept.revision} {age} {language} {VERSION}"
    return hashlib.sha256(seed.encode()).hexdigest()[:32]
