"""The notes that the user is writing, kept until they are thrown away."""

from typing import Any
from uuid import UUID

from flask import Blueprint
from sqlalchemy.orm import Session

from poise.api.rest import Resource, UndoStep, serve, undo_step
from poise.api.wire import Instant, Language, Line, Message, Text
from poise.notes.facts import Kind
from poise.store import drafts
from poise.store.drafts import NewDraft
from poise.store.models import Draft

blueprint = Blueprint("drafts", __name__)
PATH = "/drafts"


class DraftMessage(Message):
    """`interviewer`: the person's id; `sent_at`: when the user said that they sent it."""

    interviewer: UUID
    kind: Kind
    language: Language
    subject: Line = ""
    text: Text
    sent_at: Instant | None = None


class NewDraftMessage(DraftMessage):
    id: UUID


class ShownDraft(NewDraftMessage):
    version: int


def undo(row: Draft) -> list[UndoStep]:
    return [undo_step(PATH, NewDraftMessage(**_fields(row)))]


def _fields(row: Draft) -> dict[str, Any]:
    about = {
        "id": row.id,
        "interviewer": row.interviewer_id,
        "kind": Kind(row.kind),
        "language": row.language,
    }
    return about | {"subject": row.subject, "text": row.text, "sent_at": row.sent_at}


def _show(row: Draft) -> ShownDraft:
    return ShownDraft(**_fields(row), version=row.version)


def _new(body: DraftMessage, row_id: UUID, mark: str | None) -> NewDraft:
    return NewDraft(**dict(body) | {"id": row_id, "made_from": mark})


def _add(session: Session, body: NewDraftMessage, mark: str) -> Draft:
    return drafts.add(session, _new(body, body.id, mark))


def _change(session: Session, row: Draft, version: int | None, body: DraftMessage) -> None:
    drafts.change(session, row, version, _new(body, row.id, None))


serve(
    blueprint,
    Resource(
        PATH,
        Draft,
        NewDraftMessage,
        DraftMessage,
        ShownDraft,
        _add,
        _change,
        drafts.remove,
        _show,
        undo,
    ),
)
