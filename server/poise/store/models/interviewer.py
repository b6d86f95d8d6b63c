"""A person, and how they are known on the sites."""

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from poise.store.models.base import Base, Noun, Owned, within

if TYPE_CHECKING:
    from poise.store.models.draft import Draft
    from poise.store.models.interaction import Interaction
    from poise.store.models.part import Part


class Interviewer(Noun, Base):
    """A person who has a part in one or more applications."""

    __tablename__ = "interviewers"

    name: Mapped[str]
    folded: Mapped[str]
    headline: Mapped[str | None]
    trusted: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str | None]
    earlier_contact: Mapped[frozenset[str]]
    notes: Mapped[str | None]
    identities: Mapped[list["Identity"]] = relationship(cascade="all, delete-orphan", passive_deletes=True)
    parts: Mapped[list["Part"]] = relationship(
        back_populates="interviewer",
        cascade="all, delete-orphan",
        passive_deletes=True,
        overlaps="parts,application",
    )
    interactions: Mapped[list["Interaction"]] = relationship(
        order_by="Interaction.at", cascade="all, delete-orphan", passive_deletes=True
    )
    drafts: Mapped[list["Draft"]] = relationship(cascade="all, delete-orphan", passive_deletes=True)

    __table_args__ = (Index(None, "owner", "folded"),)


class Identity(Owned, Base):
    """An address or id that is this person's; or, `denied`, that the user said is not theirs."""

    __tablename__ = "identities"

    interviewer_id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-1)
    value: Mapped[str] = mapped_column(primary_key=True)
    denied: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (within("interviewer_id", "interviewers"), Index(None, "owner", "value"))
