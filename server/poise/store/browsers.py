"""Paired browsers and their keys."""

import secrets
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from poise.store.models import Browser


def pair(session: Session, name: str, origin: str) -> Browser:
    """A fresh key for the extension of this origin; the one that it had under the same name is dropped.

    All profiles of the Chromium family share one origin: only the name tells them apart.
    """
    for old in session.scalars(select(Browser).where(Browser.origin == origin, Browser.name == name)):
        session.delete(old)
    row = Browser(
        keyid=secrets.token_urlsafe(12),
        name=name,
        origin=origin,
        secret=secrets.token_bytes(32),
        created_at=datetime.now(UTC),
    )
    session.add(row)
    session.flush()
    return row


def paired(session: Session) -> list[Browser]:
    return list(session.scalars(select(Browser).order_by(Browser.created_at)))
