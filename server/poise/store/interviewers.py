"""The people: who they are on which site, what they are in which application, whether they are trusted."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from poise.errors import Conflict, sentence
from poise.etiquette.facts import Channel, Role
from poise.store.models import Application, Identity, Interviewer, Part
from poise.store.naming import folded, new_id
from poise.store.nouns import changed, expect, get

WHOLE = (selectinload(Interviewer.identities), selectinload(Interviewer.parts))


@dataclass(frozen=True, slots=True)
class NewInterviewer:
    """A person as written. `identities`: canonical addresses and ids; `denied`: those of somebody else.

    `notes` stay what they are where they are None.
    """

    name: str
    headline: str | None = None
    identities: Collection[str] = ()
    denied: Collection[str] = ()
    trusted: bool = False
    reason: str | None = None
    earlier_contact: frozenset[Channel] = frozenset()
    parts: Mapping[UUID, Role] = field(default_factory=dict)
    notes: str | None = None
    id: UUID = field(default_factory=new_id)
    made_from: str | None = None


def add(session: Session, new: NewInterviewer) -> Interviewer:
    """Raises Conflict where an identity is another person's, Missing where an application is not there."""
    row = Interviewer(id=new.id, made_from=new.made_from, identities=[], parts=[], interactions=[], drafts=[])
    _fill(row, new)
    session.add(row)
    session.flush()
    _set_identities(session, row, new)
    _set_parts(session, row, new.parts)
    return row


def change(session: Session, row: Interviewer, version: int | None, new: NewInterviewer) -> None:
    """Make the person what `new` says, all of it; raises Stale, Conflict, Missing."""
    expect(row, version)
    _set_identities(session, row, new)
    _set_parts(session, row, new.parts)
    _fill(row, new)
    changed(row)
    session.flush()


def remove(session: Session, row: Interviewer, version: int | None) -> None:
    expect(row, version)
    session.delete(row)


def trust(row: Interviewer, trusted: bool, reason: str | None) -> None:
    """Trust given by hand; trust that an offer brings is derived, and never stored."""
    changed(row)
    row.trusted, row.reason = trusted, reason


def take_part(session: Session, row: Interviewer, application_id: UUID, part: Role) -> None:
    """Raises Missing where the application is not there; changes nothing where it is so already."""
    parts = {held.application_id: Role(held.part) for held in row.parts}
    if parts.get(application_id) is not part:
        _set_parts(session, row, parts | {application_id: part})
        changed(row)


def by_name(session: Session, name: str) -> list[Interviewer]:
    statement = select(Interviewer).where(Interviewer.folded == folded(name)).order_by(Interviewer.id)
    return list(session.scalars(statement))


def by_identity(session: Session, values: Iterable[str]) -> list[Interviewer]:
    """The people to whom any of these belongs."""
    wanted = list(values)
    if not wanted:
        return []
    statement = select(Interviewer).join(Interviewer.identities)
    statement = statement.where(Identity.value.in_(wanted), Identity.denied.is_(False))
    return list(session.scalars(statement.distinct().order_by(Interviewer.id)))


def add_identities(session: Session, row: Interviewer, values: Iterable[str]) -> None:
    known = {identity.value: identity for identity in row.identities}
    for value in dict.fromkeys(values):
        if value in known:
            known[value].denied = False
        else:
            row.identities.append(Identity(value=value, denied=False))
    session.flush()


def deny(session: Session, row: Interviewer, values: Iterable[str]) -> None:
    """Remember that these are not this person's, also where they were thought to be."""
    known = {identity.value: identity for identity in row.identities}
    for value in dict.fromkeys(values):
        if value in known:
            known[value].denied = True
        else:
            row.identities.append(Identity(value=value, denied=True))
    changed(row)
    session.flush()


def _fill(row: Interviewer, new: NewInterviewer) -> None:
    row.name, row.folded, row.headline = new.name, folded(new.name), new.headline
    row.trusted, row.reason = new.trusted, new.reason
    row.notes = row.notes if new.notes is None else new.notes or None
    row.earlier_contact = frozenset(str(channel) for channel in new.earlier_contact)


def _set_identities(session: Session, row: Interviewer, new: NewInterviewer) -> None:
    wanted = dict.fromkeys(new.denied, True) | dict.fromkeys(new.identities, False)
    others = [other for other in by_identity(session, new.identities) if other is not row]
    if others:
        raise Conflict(sentence("profile_taken", name=others[0].name))
    for identity in list(row.identities):
        if identity.value in wanted:
            identity.denied = wanted.pop(identity.value)
        else:
            row.identities.remove(identity)
    row.identities += [Identity(value=value, denied=denied) for value, denied in wanted.items()]
    session.flush()


def _set_parts(session: Session, row: Interviewer, wanted: Mapping[UUID, Role]) -> None:
    missing = dict(wanted)
    for part in list(row.parts):
        role = missing.pop(part.application_id, None)
        if role is None:
            row.parts.remove(part)
        else:
            part.part = role
    for application_id, role in missing.items():
        row.parts.append(Part(application=get(session, Application, application_id), part=role))
    session.flush()
