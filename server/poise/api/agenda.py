"""What is due next towards each interviewer."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from flask import Blueprint
from pydantic import Field

from poise.api.endpoint import endpoint
from poise.api.known import people
from poise.api.service import service
from poise.api.settings import language_of
from poise.api.times import local_zone
from poise.api.wire import Instant, Language, Message
from poise.etiquette.agenda import Item, agenda
from poise.store.dossiers import Known

blueprint = Blueprint("agenda", __name__)


class AgendaQuery(Message):
    language: Language | None = None


class ItemMessage(Message):
    """One step: open from `from` on, at its best until `best`, due at `due`. `person`: whom it concerns."""

    kind: str
    channel: str | None
    person: UUID
    interviewer: str
    company: str
    from_: Instant = Field(serialization_alias="from")
    best: Instant | None
    due: Instant | None
    late: bool
    text: str
    rule: str
    checklist: Sequence[str]


class AgendaMessage(Message):
    items: Sequence[ItemMessage]


@endpoint(blueprint, "GET", "/agenda", asks=AgendaQuery, gives=AgendaMessage)
def show_agenda(query: AgendaQuery) -> AgendaMessage:
    """What is due and what comes next, soonest first."""
    here = service()
    known, now = people(here), datetime.now(local_zone())
    return AgendaMessage(items=items(known, now, language_of(here, query.language)))


def items(known: Sequence[Known], now: datetime, language: str) -> list[ItemMessage]:
    """The agenda of these people; times in the zone of `now`."""
    ids = {(one.name, part.company): one.id for one in known for part in one.dossier.applications}
    found = agenda([one.dossier for one in known], now, language)
    return [_message(item, ids[item.interviewer, item.company]) for item in found]


def _message(item: Item, person: UUID) -> ItemMessage:
    values = {name: getattr(item, name) for name in Item.__slots__ if name != "opens"}
    return ItemMessage(from_=item.opens, person=person, **values)
