"""What passed between the user and a person: kind, channel and time; never its text."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

import poise.etiquette.facts as facts
from poise.store.models import Interaction, Interviewer
from poise.store.naming import new_id
from poise.store.nouns import changed, expect, get


@dataclass(frozen=True, slots=True)
class NewInteraction:
    interviewer: UUID
    kind: facts.HistoryKind
    at: datetime
    channel: facts.Channel | None = None
    id: UUID = field(default_factory=new_id)
    made_from: str | None = None


def add(session: Session, new: NewInteraction) -> Interaction:
    """Raises Missing where the person is not there."""
    get(session, Interviewer, new.interviewer)
    row = Interaction(id=new.id, made_from=new.made_from)
    _fill(row, new)
    session.add(row)
    session.flush()
    return row


def add_once(session: Session, new: NewInteraction) -> tuple[Interaction, bool]:
    """The first of this kind with this person on this channel; whether that is this one. Raises Missing."""
    person = get(session, Interviewer, new.interviewer)
    alike = (row for row in person.interactions if (row.kind, row.channel) == (new.kind, new.channel))
    known = next(alike, None)
    return (add(session, new), True) if known is None else (known, False)


def add_new(session: Session, person: Interviewer, listed: Iterable[NewInteraction]) -> None:
    """Add those of one person whose ids are not known yet."""
    known = {row.id for row in person.interactions}
    for new in listed:
        if new.id not in known:
            known.add(new.id)
            row = Interaction(id=new.id, made_from=new.made_from)
            _fill(row, new)
            session.add(row)
    session.flush()


def change(session: Session, row: Interaction, version: int | None, new: NewInteraction) -> None:
    """Raises Stale, Missing."""
    expect(row, version)
    get(session, Interviewer, new.interviewer)
    _fill(row, new)
    changed(row)
    session.flush()


def remove(session: Session, row: Interaction, version: int | None) -> None:
    expect(row, version)
    session.delete(row)


def facts_of(row: Interaction) -> facts.Interaction:
    channel = facts.Channel(row.channel) if row.channel else None
    return facts.Interaction(facts.HistoryKind(row.kind), row.at, channel)


def _fill(row: Interaction, new: NewInteraction) -> None:
    row.interviewer_id, row.kind, row.channel, row.at = new.interviewer, new.kind, new.channel, new.at
