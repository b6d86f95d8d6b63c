"""The tables. Their owner comes first in every key, so that one database can hold many people's facts."""

from base64 import urlsafe_b64encode
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, Index, LargeBinary, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship

from poise.store.kinds import Instant, Words

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: Instant, frozenset[str]: Words}  # noqa: RUF012 - SQLAlchemy's own form


class Account(Base):
    """Whose facts these are; `revision` counts the changes that a caller could see."""

    __tablename__ = "accounts"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    revision: Mapped[int] = mapped_column(default=0)


class Owned:
    """A row of somebody's: only ever read and written within its owner's scope."""

    owner: Mapped[UUID] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True, sort_order=-2
    )


class Noun(Owned):
    """A thing whose id the client made; a version for `If-Match`, and the mark of what it was made from."""

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-1)
    version: Mapped[int]
    made_from: Mapped[str | None] = mapped_column(String(64))

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy calls it on the class
        return {"version_id_col": cls.version}


def within(column: str, table: str) -> ForeignKeyConstraint:
    """A link to a row of the same owner, which takes this row with it when it goes."""
    return ForeignKeyConstraint(["owner", column], [f"{table}.owner", f"{table}.id"], ondelete="CASCADE")


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


class Interaction(Noun, Base):
    """Something that passed between the user and a person; never its text."""

    __tablename__ = "interactions"

    interviewer_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(String(16))
    channel: Mapped[str | None] = mapped_column(String(16))
    at: Mapped[datetime]

    __table_args__ = (within("interviewer_id", "interviewers"), Index(None, "owner", "interviewer_id"))


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


class Choice(Owned, Base):
    """What the user did when a verdict was shown; it outlives the person that it was about."""

    __tablename__ = "choices"

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-1)
    at: Mapped[datetime]
    choice: Mapped[str] = mapped_column(String(16))
    action: Mapped[str] = mapped_column(String(16))
    site: Mapped[str] = mapped_column(String(16))
    verdict: Mapped[str] = mapped_column(String(16))
    rule: Mapped[str | None]
    person: Mapped[UUID | None]


class Change(Owned, Base):
    """What one transaction did, so that it can be undone.

    `rows`: each row touched, as `{"table", "before", "after"}`, null where there was or is none; `names`: whom
    or what it was about; `undoes`: the change that this one took back.
    """

    __tablename__ = "changes"

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-1)
    at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(32))
    names: Mapped[Any] = mapped_column(JSON)
    undone: Mapped[bool] = mapped_column(default=False)
    undoes: Mapped[UUID | None]
    rows: Mapped[Any] = mapped_column(JSON, deferred=True)


class Browser(Owned, Base):
    """A paired browser: its key works with the origin that it was paired from.

    `name`: what it calls itself, the same for one profile for good; `label`: what the user calls it.
    """

    __tablename__ = "browsers"

    keyid: Mapped[str] = mapped_column(String(32), primary_key=True, sort_order=-1)
    name: Mapped[str]
    label: Mapped[str | None]
    origin: Mapped[str]
    secret: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]

    @property
    def called(self) -> str:
        return self.label or self.name

    @property
    def key(self) -> str:
        """The secret as it travels: base64url without padding."""
        return urlsafe_b64encode(self.secret).decode().rstrip("=")


class Setting(Owned, Base):
    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(String(32), primary_key=True, sort_order=-1)
    value: Mapped[Any] = mapped_column(JSON)
