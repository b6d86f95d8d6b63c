"""Beginning to track somebody: company, application, interviews and person in one step."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from poise.errors import Conflict
from poise.etiquette.facts import Role
from poise.store import applications, companies, interviewers, interviews
from poise.store.applications import NewApplication
from poise.store.interviewers import NewInterviewer
from poise.store.models import Application, Interviewer, Part
from poise.store.naming import folded
from poise.store.nouns import expect


@dataclass(frozen=True, slots=True)
class Tracked:
    application: Application
    interviewer: Interviewer | None
    new_application: bool


def track(session: Session, new: NewApplication, person: NewInterviewer | None, part: Role) -> Tracked:
    """Add what is not there yet: the application, unless one is open there; then the person's part in it.

    Raises Conflict where the person has a part in it already, or the profile is that of another name.
    """
    found = _open_application(session, new)
    application = found or applications.add(session, new)
    if found is not None:
        _complete(session, found, new)
    interviewer = _person(session, application, person, part) if person else None
    session.flush()
    return Tracked(application, interviewer, found is None)


def _open_application(session: Session, wanted: NewApplication) -> Application | None:
    """The one without an outcome, for the same job where both name one; the newest if there are several."""
    alike = [
        row
        for row in applications.of_company(session, wanted.company)
        if row.outcome is None and (wanted.role is None or row.role in (None, wanted.role))
    ]
    return alike[-1] if alike else None


def _complete(session: Session, row: Application, new: NewApplication) -> None:
    known = {(interview.starts, interview.ends) for interview in row.interviews}
    for booking in new.interviews:
        if (booking.starts, booking.ends) not in known:
            interviews.add(row, booking)
    if row.role is None and new.role is not None:
        expect(row, None)
        row.role = new.role
    companies.add_pages(session, row.company, new.pages)


def _person(session: Session, application: Application, new: NewInterviewer, part: Role) -> Interviewer:
    row = _known(session, application, new)
    if row is None:
        row = interviewers.add(session, new)
    elif any(held.application is application for held in row.parts):
        raise Conflict(f"{row.name} is already tracked at {application.company.name}.")
    else:
        expect(row, None)
        interviewers.add_identities(session, row, new.identities)
    row.parts.append(Part(application=application, part=part))
    return row


def _known(session: Session, application: Application, new: NewInterviewer) -> Interviewer | None:
    """Who this is already: by a profile, or by the same name at the same company."""
    by_profile: Sequence[Interviewer] = interviewers.by_identity(session, new.identities)
    if by_profile:
        if folded(by_profile[0].name) != folded(new.name):
            raise Conflict(f"This profile is already that of {by_profile[0].name}.")
        return by_profile[0]
    for row in interviewers.by_name(session, new.name):
        if any(part.application.company is application.company for part in row.parts):
            return row
    return None
