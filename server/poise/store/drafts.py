"""The notes that the user is writing: kept as they were left."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from poise.store.models import Draft, Interviewer
from poise.store.nouns import changed, expect, get


@dataclass(frozen=True, slots=True)
class NewDraft:
    """`sent_at`: when the user said that they sent it."""

    id: UUID
    interviewer: UUID
    kind: str
    language: str
    subject: str
    text: str
    sent_at: datetime | None = None
    made_from: str | None = None


def add(session: Session, new: NewDraft) -> Draft:
    """Raises Missing where the person is not there."""
    get(session, Interviewer, new.interviewer)
    row = Draft(id=new.id, made_from=new.made_from)
    _fill(row, new)
    session.add(row)
    session.flush()
    return row


def change(session: Session, row: Draft, version: int | None, new: NewDraft) -> None:
    """Raises Stale, Missing."""
    expect(row, version)
    get(session, Interviewer, new.interviewer)
    _fill(row, new)
    changed(row)
    session.flush()


def remove(session: Session, row: Draft, version: int | None) -> None:
    expect(row, version)
    session.delete(row)


def _fill(row: Draft, new: NewDraft) -> None:
    row.interviewer_id, row.kind, row.language = new.interviewer, new.kind, new.language
    row.subject, row.text, row.sent_at = new.subject, new.text, new.sent_at
