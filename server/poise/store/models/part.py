"""The part of a person in an application."""

from uuid import UUID

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from poise.store.models.application import Application
from poise.store.models.base import Base, Owned, within
from poise.store.models.interviewer import Interviewer


class Part(Owned, Base):
    """What a person is in an application: interviewer, recruiter or referrer."""

    __tablename__ = "parts"

    application_id: Mapped[UUID] = mapped_column(primary_key=True)
    interviewer_id: Mapped[UUID] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(String(16))
    application: Mapped[Application] = relationship(
        back_populates="parts", overlaps="parts,application,interviewer"
    )
    interviewer: Mapped[Interviewer] = relationship(
        back_populates="parts", overlaps="parts,application,interviewer"
    )

    __table_args__ = (
        within("application_id", "applications"),
        within("interviewer_id", "interviewers"),
        Index(None, "owner", "interviewer_id"),
    )
