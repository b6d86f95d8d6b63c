"""An application and its interviews."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from poise.store.models.base import Base, Noun, Owned, within
from poise.store.models.company import Company

if TYPE_CHECKING:
    from poise.store.models.part import Part


class Application(Noun, Base):
    __tablename__ = "applications"

    company_id: Mapped[UUID]
    role: Mapped[str | None]
    applied_on: Mapped[date | None]
    slow_process: Mapped[bool] = mapped_column(default=False)
    outcome: Mapped[str | None] = mapped_column(String(16))
    outcome_at: Mapped[datetime | None]
    archived: Mapped[bool] = mapped_column(default=False)
    notes: Mapped[str | None]
    company: Mapped[Company] = relationship(back_populates="applications")
    interviews: Mapped[list["Interview"]] = relationship(
        order_by="Interview.starts", cascade="all, delete-orphan", passive_deletes=True
    )
    parts: Mapped[list["Part"]] = relationship(
        back_populates="application",
        cascade="all, delete-orphan",
        passive_deletes=True,
        overlaps="parts,interviewer",
    )

    __table_args__ = (within("company_id", "companies"), Index(None, "owner", "company_id"))


class Interview(Owned, Base):
    """When the user is interviewed, in UTC, with the name of the zone that it was said in."""

    __tablename__ = "interviews"

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-1)
    application_id: Mapped[UUID]
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    zone: Mapped[str] = mapped_column(String(64))

    __table_args__ = (within("application_id", "applications"), Index(None, "owner", "application_id"))
