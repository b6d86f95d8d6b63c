"""What the user did when a verdict was shown: written once, never changed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from poise.errors import Conflict, sentence
from poise.store.database import owner_of
from poise.store.models import Choice


@dataclass(frozen=True, slots=True)
class NewChoice:
    """`id` is the verdict's; `person` whom it was about, null if nobody who is known."""

    id: UUID
    at: datetime
    choice: str
    action: str
    site: str
    verdict: str
    rule: str | None
    person: UUID | None


def made(session: Session, verdict_id: UUID) -> Choice | None:
    return session.get(Choice, (owner_of(session), verdict_id))


def add(session: Session, new: NewChoice) -> None:
    session.add(Choice(**{name: getattr(new, name) for name in NewChoice.__slots__}))


def expect(made_before: Choice, choice: str) -> None:
    """Raise Conflict if something else was chosen then."""
    if made_before.choice != choice:
        raise Conflict(sentence("chosen_already"))
