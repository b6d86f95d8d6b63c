"""What was changed, and undoing it."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from flask import Blueprint
from pydantic import Field

from poise.api.changes import ChangeMessage, shown_change
from poise.api.endpoint import endpoint
from poise.api.service import service
from poise.api.settings import language_of
from poise.api.wire import Language, Message
from poise.store import history

blueprint = Blueprint("history", __name__)


class HistoryQuery(Message):
    """`before`: changes older than this one, which is `next` of the page before."""

    limit: Annotated[int, Field(ge=1, le=500)] = 50
    before: UUID | None = None
    language: Language | None = None


class HistoryMessage(Message):
    items: Sequence[ChangeMessage]
    next: UUID | None


@endpoint(blueprint, "GET", "/history", asks=HistoryQuery, gives=HistoryMessage)
def show_history(query: HistoryQuery) -> HistoryMessage:
    """What was changed, newest first; what was deleted for good is not in it."""
    here = service()
    language = language_of(here, query.language)
    with here.database.reading() as session:
        rows = history.some(session, query.before, query.limit + 1)
        shown = [shown_change(row, language) for row in rows[: query.limit]]
    return HistoryMessage(items=shown, next=shown[-1].id if len(rows) > query.limit else None)


@endpoint(blueprint, "POST", "/history/<uuid:change_id>/undo", gives=ChangeMessage)
def undo_change(change_id: UUID) -> ChangeMessage:
    """Make it as it was before one change; 409 where something later builds on it."""
    here = service()
    with here.database.writing() as session:
        return shown_change(history.undo(session, change_id), language_of(here, None))
