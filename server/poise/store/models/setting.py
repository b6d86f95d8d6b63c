"""A setting."""

from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from poise.store.models.base import Base, Owned


class Setting(Owned, Base):
    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(String(32), primary_key=True, sort_order=-1)
    value: Mapped[Any] = mapped_column(JSON)
