"""Paired browsers and their keys."""

import secrets
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from poise.errors import BadInput, Missing, sentence
from poise.store.models import Browser

LONGEST = 300


def pair(session: Session, name: str, origin: str) -> Browser:
    """A fresh key for the extension of this origin; the one that it had under the same name is dropped.

    All profiles of the Chromium family share one origin: only the name tells them apart. What the user
    calls the browser stays.
    """
    label = None
    for old in session.scalars(select(Browser).where(Browser.origin == origin, Browser.name == name)):
        label = old.label or label
        session.delete(old)
    row = Browser(
        keyid=secrets.token_hex(12),  # said on the command line too, where a dash begins an option
        name=name,
        label=label,
        origin=origin,
        secret=secrets.token_bytes(32),
        created_at=datetime.now(UTC),
    )
    session.add(row)
    session.flush()
    return row


def paired(session: Session) -> list[Browser]:
    return list(session.scalars(select(Browser).order_by(Browser.created_at)))


def get(session: Session, keyid: str) -> Browser:
    """The browser with this key; raises Missing."""
    row = session.scalars(select(Browser).where(Browser.keyid == keyid)).one_or_none()
    if row is None:
        raise Missing(sentence("no_such_browser"))
    return row


def rename(row: Browser, name: str) -> None:
    """Call a browser what the user likes; 1 to 300 characters."""
    if not 1 <= len(name.strip()) <= LONGEST:
        raise BadInput([("name", f"1 to {LONGEST} characters are needed")])
    row.label = name.strip()


def revoke(session: Session, row: Browser) -> None:
    """Make its key worthless, from the next call on."""
    session.delete(row)
    session.flush()
