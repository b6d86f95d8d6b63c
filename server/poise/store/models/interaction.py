"""What passed between the user and a person."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from poise.store.models.base import Base, Noun, within


class Interaction(Noun, Base):
    """Something that passed between the user and a person; never its text."""

    __tablename__ = "interactions"

    interviewer_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(String(16))
    channel: Mapped[str | None] = mapped_column(String(16))
    at: Mapped[datetime]

    __table_args__ = (within("interviewer_id", "interviewers"), Index(None, "owner", "interviewer_id"))
