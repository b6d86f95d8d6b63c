"""Writing what the user chose of a preview: all of it in the one transaction of the session, or nothing."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from poise.errors import BadInput
from poise.etiquette.facts import Channel, HistoryKind
from poise.intake.gathering import Gathering
from poise.intake.offers import Contact, Does, Meeting, Preview, Records, Row, Sought, Wishes
from poise.intake.reading import planned_again
from poise.intake.taking_meetings import take_meeting
from poise.intake.taking_sought import complete
from poise.intake.world import held_world
from poise.store import interactions, interviewers, nouns, rows
from poise.store.interactions import NewInteraction
from poise.store.models import Interviewer
from poise.store.nouns import changed


def take(
    session: Session, before: Preview, chosen: Mapping[str, str | None] | None, wishes: Wishes
) -> list[Row]:
    """Do what the chosen rows say (None: those that leave no doubt); what was done, in their order.

    `chosen`: ids, each with the company where the user named one. What became so meanwhile is left out.
    BadInput for a row that the preview has not.
    """
    wanted = dict.fromkeys(row.id for row in before.rows if row.chosen) if chosen is None else chosen
    if not wanted.keys() <= {row.id for row in before.rows}:
        raise BadInput([("rows", "One of these rows is not in the preview.")])
    held = held_world(session)
    rows_now = planned_again(session, _named(before, wanted), wishes).rows
    found = [row for row in rows_now if row.id in wanted]
    others = _take_new(session, found, wishes)
    for count, row in enumerate(others):
        _take(session, row, wishes)
        wishes.progress((1 + (count + 1) / len(others)) / 2)
    held.clear()
    return found


def _take_new(session: Session, found: list[Row], wishes: Wishes) -> list[Row]:
    """Write the applications that are not known yet, for there may be thousands, together; the other rows."""
    gathering, others = Gathering(session), list[Row]()
    for row in found:
        new = [offer for offer in row.offers if isinstance(offer, Sought) and row.does is Does.ADD]
        if new:
            gathering.add(new, wishes.zone.key)
        else:
            others.append(row)
    gathering.write(lambda done: wishes.progress(done / 2))
    return others


def _named(before: Preview, wanted: Mapping[str, str | None]) -> Preview:
    """The preview with the companies that the user named filled in."""
    return replace(before, rows=[_with_company(row, wanted.get(row.id)) for row in before.rows])


def _with_company(row: Row, company: str | None) -> Row:
    if company is None:
        return row
    offers = (replace(one, company=company) if isinstance(one, Meeting) else one for one in row.offers)
    return replace(row, offers=tuple(offers))


def _take(session: Session, row: Row, wishes: Wishes) -> None:
    contacts = [offer for offer in row.offers if isinstance(offer, Contact)]
    if contacts and row.target:
        _take_contacts(session, nouns.get(session, Interviewer, row.target), contacts)
    for offer in row.offers:
        if isinstance(offer, Meeting):
            take_meeting(session, offer, row.does, wishes)
        elif isinstance(offer, Sought) and row.target:
            complete(session, offer, row.target, wishes)
        elif isinstance(offer, Records):
            for name, listed in offer.tables.items():
                rows.add_rows(session, name, listed)


def _take_contacts(session: Session, person: Interviewer, contacts: list[Contact]) -> None:
    marks = [mark for contact in contacts for mark in contact.profiles]
    taken = interviewers.by_identity(session, marks)
    if not any(other is not person for other in taken):
        interviewers.add_identities(session, person, marks)
    if any(contact.kind is None for contact in contacts):
        changed(person)
        person.earlier_contact = person.earlier_contact | {str(contacts[0].channel)}
    new = [
        NewInteraction(
            person.id, one.kind, one.at, one.channel, _id_of(person.id, one.kind, one.channel, one.at)
        )
        for one in contacts
        if one.kind is not None
    ]
    interactions.add_new(session, person, new)


def _id_of(person: UUID, kind: HistoryKind, channel: Channel, at: datetime) -> UUID:
    """The same id for the same thing, however often it comes in; a UUIDv7 of when it was."""
    digest = int.from_bytes(
        hashlib.sha256(f"{person} {kind} {channel} {at.isoformat()}".encode()).digest()[:10]
    )
    milliseconds = max(0, (at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1))
    low = digest & ((1 << 62) - 1)
    return UUID(int=milliseconds << 80 | 0x7 << 76 | (digest >> 62 & 0xFFF) << 64 | 0b10 << 62 | low)
