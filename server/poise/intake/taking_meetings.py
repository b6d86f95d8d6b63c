"""An interview out of a calendar: added, moved, or called off."""

from sqlalchemy.orm import Session

from poise.errors import BadInput, sentence
from poise.etiquette.facts import Role
from poise.intake.offers import Does, Meeting, Person, Wishes
from poise.store import applications, calendar_entries, interviews, nouns
from poise.store.applications import NewApplication
from poise.store.interviewers import NewInterviewer
from poise.store.interviews import Booking
from poise.store.models import Application, Interview
from poise.store.tracking import join, track


def take_meeting(session: Session, offer: Meeting, does: Does, wishes: Wishes) -> None:
    """Do what the row says; BadInput where nobody said which company it is."""
    entry = calendar_entries.entry_of(session, offer.mark)
    row = (
        nouns.get(session, Application, entry.application_id)
        if entry
        else _application(session, offer, wishes)
    )
    interview = _interview(row, entry.interview_id if entry else None, offer)
    if does is Does.REMOVE:
        if interview is not None:
            interviews.cancel(row, interview)
        _remember(session, offer, row, None)
        return
    booking = Booking(offer.starts, offer.ends, offer.zone)
    if interview is None:
        interviews.add(row, booking)
        interview = _interview(row, None, offer)
    else:
        interviews.set_times(row, interview, booking)
    for person in offer.people:
        join(session, row, new_person(person), person.part)
    _remember(session, offer, row, interview)


def new_person(person: Person) -> NewInterviewer:
    return NewInterviewer(person.name, identities=person.profiles)


def _application(session: Session, offer: Meeting, wishes: Wishes) -> Application:
    """The one in which this interview stands already, else the open one there, else a new one."""
    company = offer.company or wishes.company
    if company is None:
        raise BadInput([("company", sentence("company_unsaid"))])
    for row in applications.of_company(session, company):
        if _interview(row, None, offer) is not None:
            return row
    return track(session, NewApplication(company=company), None, Role.INTERVIEWER).application


def _interview(row: Application, interview_id: object, offer: Meeting) -> Interview | None:
    by_id = (one for one in row.interviews if one.id == interview_id)
    at_that_time = (one for one in row.interviews if (one.starts, one.ends) == (offer.starts, offer.ends))
    return next(by_id, None) if interview_id else next(at_that_time, None)


def _remember(session: Session, offer: Meeting, row: Application, interview: Interview | None) -> None:
    session.flush()
    calendar_entries.remember(session, offer.mark, row.id, interview.id if interview else None, offer.order)
