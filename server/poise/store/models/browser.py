"""A paired browser."""

from base64 import urlsafe_b64encode
from datetime import datetime

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from poise.store.models.base import Base, Owned


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
