"""Beginning to track somebody: company, application, interviews and person in one step."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from poise.errors import Conflict, sentence
from poise.etiquette.facts import Role, instant
from poise.store import applications, companies, interviewers, interviews, nouns
from poise.store.applications import NewApplication
from poise.store.interviewers import NewInterviewer
from poise.store.models import Application, Interviewer
from poise.store.naming import folded
from poise.store.nouns import changed


@dataclass(frozen=True, slots=True)
class Tracked:
    """`new`: whether the person, or without one the application, was not there before."""

    application: Application
    interviewer: Interviewer | None
    new: bool


def track(session: Session, new: NewApplication, person: NewInterviewer | None, part: Role) -> Tracked:
    """Add what is not there yet: the application, unless one is open there; then the person's part in it.

    Raises Conflict where the profile is that of another name, the page that of another company, or the day another.
    """
    found = _open_application(session, new)
    application = found or applications.add(session, new)
    if found is not None:
        _complete(session, found, new)
    if person is None:
        return Tracked(application, None, found is None)
    row, before = join(session, application, person, part)
    return Tracked(application, row, not before)


def join(
    session: Session, application: Application, person: NewInterviewer, part: Role
) -> tuple[Interviewer, bool]:
    """Give a person, new or known, a part in this application; and whether they had one before."""
    row = _known(session, application, person)
    before = row is not None and any(held.application is application for held in row.parts)
    row = _kept(session, row, person)
    interviewers.take_part(session, row, application.id, part)
    return row, before


def _open_application(session: Session, wanted: NewApplication) -> Application | None:
    """The one without an outcome, for the same job where both name one; the newest if there are several."""
    alike = [
        row
        for row in applications.of_company(session, wanted.company)
        if row.outcome is None
        and not row.archived
        and (wanted.role is None or row.role in (None, wanted.role))
    ]
    return alike[-1] if alike else None


def _complete(session: Session, row: Application, new: NewApplication) -> None:
    role, applied_on = row.role or new.role, row.applied_on or new.applied_on
    if new.applied_on not in (None, applied_on):
        raise Conflict(
            f"You applied at {row.company.name} on {applied_on}: correct it there, or leave the day out."
        )
    known = {(interview.starts, interview.ends) for interview in row.interviews}
    for booking in new.interviews:
        if (instant(booking.starts), instant(booking.ends)) not in known:
            interviews.add(row, booking)
    if (row.role, row.applied_on) != (role, applied_on):
        changed(row)
        row.role, row.applied_on = role, applied_on
    companies.add_pages(session, row.company, new.pages)


def _known(session: Session, application: Application, new: NewInterviewer) -> Interviewer | None:
    """Who this is already: by id, by a profile, or by the same name at the same company."""
    by_id = nouns.find(session, Interviewer, new.id)
    sure = [*([by_id] if by_id else []), *interviewers.by_identity(session, new.identities)]
    for row in sure:
        if folded(row.name) != folded(new.name):
            raise Conflict(sentence("profile_taken", name=row.name))
    alike = [row for row in interviewers.by_name(session, new.name) if _works_at(row, application)]
    return next(iter([*sure, *alike]), None)


def _works_at(row: Interviewer, application: Application) -> bool:
    return any(part.application.company is application.company for part in row.parts)


def _kept(session: Session, row: Interviewer | None, new: NewInterviewer) -> Interviewer:
    """The person with all that is known of them now; nothing that was known is lost."""
    if row is None:
        return interviewers.add(session, new)
    row.headline = new.headline or row.headline
    interviewers.add_identities(session, row, new.identities)
    return row
