"""What the user chose."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from poise.store.models.base import Base, Owned


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
