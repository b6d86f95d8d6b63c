"""Whose facts the rows are."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from poise.store.models.base import Base


class Account(Base):
    """Whose facts these are; `revision` counts the changes that a caller could see."""

    __tablename__ = "accounts"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    revision: Mapped[int] = mapped_column(default=0)
