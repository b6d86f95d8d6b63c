"""What a transaction did."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from poise.store.models.base import Base, Owned


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
