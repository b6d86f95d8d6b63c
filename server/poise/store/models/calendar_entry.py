"""Which event of a calendar an interview came from."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from poise.store.models.application import Application
from poise.store.models.base import Base, Owned, within


class CalendarEntry(Owned, Base):
    """A calendar event that became an interview: what tells an update from the same thing once more.

    `mark`: a digest of the event's own id; `interview_id`: null once it was called off.
    """

    __tablename__ = "calendar_entries"

    mark: Mapped[str] = mapped_column(String(64), primary_key=True, sort_order=-1)
    application_id: Mapped[UUID]
    interview_id: Mapped[UUID | None]
    sequence: Mapped[int]
    stamp: Mapped[datetime]
    application: Mapped[Application] = relationship()

    __table_args__ = (within("application_id", "applications"), Index(None, "owner", "application_id"))
