"""The steps towards each interviewer: the same over HTTP, in an export and from the terminal."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from pydantic import Field

from poise.api.wire import Instant, Message
from poise.etiquette.agenda import Item, agenda
from poise.store.dossiers import Known


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


def items(known: Sequence[Known], now: datetime, language: str) -> list[ItemMessage]:
    """The agenda of these people; times in the zone of `now`."""
    ids = {(one.name, part.company): one.id for one in known for part in one.dossier.applications}
    found = agenda([one.dossier for one in known], now, language)
    return [_message(item, ids[item.interviewer, item.company]) for item in found]


def _message(item: Item, person: UUID) -> ItemMessage:
    values = {name: getattr(item, name) for name in Item.__slots__ if name != "opens"}
    return ItemMessage(from_=item.opens, person=person, **values)
