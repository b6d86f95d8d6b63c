"""Which event of a calendar is which interview, so that an update moves it and the same thing twice does nothing."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from poise.store.database import owner_of
from poise.store.models import CalendarEntry


def entry_of(session: Session, mark: str) -> CalendarEntry | None:
    return session.get(CalendarEntry, (owner_of(session), mark))


def remember(
    session: Session, mark: str, application_id: UUID, interview_id: UUID | None, order: tuple[int, datetime]
) -> None:
    """The state of an event that was taken last; `interview_id`: null once it is called off."""
    row = entry_of(session, mark)
    if row is None:
        row = CalendarEntry(mark=mark)
        session.add(row)
    row.application_id, row.interview_id = application_id, interview_id
    row.sequence, row.stamp = order
    session.flush()
