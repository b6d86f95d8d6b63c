"""A note in the making."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from poise.store.models.base import Base, Noun, within


class Draft(Noun, Base):
    """A note that the user writes to a person; kept until they throw it away, for they may still compare."""

    __tablename__ = "drafts"

    interviewer_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(8))
    subject: Mapped[str]
    text: Mapped[str]
    sent_at: Mapped[datetime | None]

    __table_args__ = (within("interviewer_id", "interviewers"), Index(None, "owner", "interviewer_id"))
