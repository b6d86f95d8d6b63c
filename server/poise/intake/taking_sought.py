"""An application out of another tracker that is known already, completed by what was not known."""

from uuid import UUID

from sqlalchemy.orm import Session

from poise.intake.offers import Person, Sought, Wishes
from poise.intake.taking_meetings import new_person
from poise.store import applications, interviews, nouns
from poise.store.interviews import Booking
from poise.store.models import Application
from poise.store.naming import folded
from poise.store.nouns import changed
from poise.store.tracking import join


def complete(session: Session, offer: Sought, target: UUID, wishes: Wishes) -> None:
    row = nouns.get(session, Application, target)
    changed(row)
    row.role = row.role or offer.role
    row.applied_on = row.applied_on or offer.applied_on
    row.notes = row.notes or offer.notes
    known = {(one.starts, one.ends) for one in row.interviews}
    for starts, ends in offer.interviews:
        if (starts, ends) not in known:
            interviews.add(row, Booking(starts, ends, wishes.zone.key))
    if offer.outcome is not None and offer.outcome.kind != row.outcome:
        applications.set_outcome(row, offer.outcome)
    if offer.person is not None and not _has(row, offer.person):
        join(session, row, new_person(offer.person), offer.person.part)


def _has(row: Application, person: Person) -> bool:
    """Whether this person, by this name and all these profiles, has a part in it."""
    alike = (part.interviewer for part in row.parts if folded(part.interviewer.name) == folded(person.name))
    return any(set(person.profiles) <= {mark.value for mark in one.identities} for one in alike)
