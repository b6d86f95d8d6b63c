"""A company, its pages and its other names."""

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from poise.store.models.base import Base, Owned, within

if TYPE_CHECKING:
    from poise.store.models.application import Application


class Company(Owned, Base):
    __tablename__ = "companies"

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-1)
    name: Mapped[str]
    folded: Mapped[str]
    pages: Mapped[list["Page"]] = relationship(cascade="all, delete-orphan", passive_deletes=True)
    aliases: Mapped[list["Alias"]] = relationship(cascade="all, delete-orphan", passive_deletes=True)
    applications: Mapped[list["Application"]] = relationship(back_populates="company", passive_deletes=True)

    __table_args__ = (Index(None, "owner", "folded", unique=True),)


class Page(Owned, Base):
    """A company's own page on a site: its canonical address, or an id that joins."""

    __tablename__ = "pages"

    value: Mapped[str] = mapped_column(primary_key=True)
    company_id: Mapped[UUID]

    __table_args__ = (within("company_id", "companies"), Index(None, "owner", "company_id"))


class Alias(Owned, Base):
    """Another name of a company."""

    __tablename__ = "aliases"

    folded: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    company_id: Mapped[UUID]

    __table_args__ = (within("company_id", "companies"), Index(None, "owner", "company_id"))
