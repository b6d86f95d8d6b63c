"""An application out of another tracker: added, or completed by what was not known."""

from uuid import UUID

from sqlalchemy.orm import Session

from poise.intake.offers import Sought, Wishes
from poise.intake.taking_meetings import new_person
from poise.store import applications, interviews, nouns
from poise.store.applications import NewApplication
from poise.store.interviews import Booking
from poise.store.models import Application
from poise.store.nouns import changed
from poise.store.tracking import join


def take_sought(session: Session, offer: Sought, target: UUID | None, wishes: Wishes) -> None:
    bookings = [Booking(starts, ends, wishes.zone.key) for starts, ends in offer.interviews]
    if target is None:
        row = applications.add(session, _new(offer, bookings))
        session.flush()
    else:
        row = nouns.get(session, Application, target)
        _complete(row, offer, bookings)
    if offer.person is not None:
        join(session, row, new_person(offer.person), offer.person.part)


def _new(offer: Sought, bookings: list[Booking]) -> NewApplication:
    return NewApplication(
        company=offer.company,
        role=offer.role,
        applied_on=offer.applied_on,
        outcome=offer.outcome,
        interviews=bookings,
    )


def _complete(row: Application, offer: Sought, bookings: list[Booking]) -> None:
    changed(row)
    row.role = row.role or offer.role
    row.applied_on = row.applied_on or offer.applied_on
    known = {(one.starts, one.ends) for one in row.interviews}
    for booking in bookings:
        if (booking.starts, booking.ends) not in known:
            interviews.add(row, booking)
    if offer.outcome is not None and offer.outcome.kind != row.outcome:
        applications.set_outcome(row, offer.outcome)
