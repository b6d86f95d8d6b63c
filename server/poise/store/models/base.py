"""What all tables have in common: the owner comes first in every key, so that one database can hold many people's facts."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

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
