"""What was changed, and undoing it."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Annotated, Any
from uuid import UUID

from flask import Blueprint
from pydantic import Field

from poise.api.endpoint import endpoint
from poise.api.service import service
from poise.api.settings import language_of
from poise.api.wire import Instant, Language, Message
from poise.etiquette.facts import HistoryKind
from poise.etiquette.words import fill
from poise.store import history, telling
from poise.store.models import Change

blueprint = Blueprint("history", __name__)


class HistoryQuery(Message):
    """`before`: changes older than this one, which is `next` of the page before."""

    limit: Annotated[int, Field(ge=1, le=500)] = 50
    before: UUID | None = None
    language: Language | None = None


class ChangeMessage(Message):
    """One change. `kind`: in one word; `names`: whom it was about; `undoes`: the change that it took back."""

    id: UUID
    at: Instant
    kind: str
    names: Sequence[str]
    text: str
    undone: bool
    undoes: UUID | None


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


def shown_change(row: Change, language: str) -> ChangeMessage:
    told = {"whom": ", ".join(row.names)}
    if row.kind in telling.CONTACTS:
        told["contact"] = _contact(telling.contact_of(row.rows), language)
    text = fill(_words()[row.kind][language], told)
    if row.undoes is not None:
        text = fill(_words()["undoing"][language], {"what": text})
    values = {name: getattr(row, name) for name in ("id", "at", "kind", "names", "undone", "undoes")}
    return ChangeMessage(**values, text=text)


def _contact(contact: tuple[str, str | None] | None, language: str) -> str:
    """What passed between somebody and the user; of a call it goes without saying that it was over the phone."""
    kind, channel = contact or ("several", None)
    over = [_words()["over"][channel][language]] if channel and kind != HistoryKind.CALL else []
    return " ".join([_words()["contact"][kind][language], *over])


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((files("poise.api") / "history.toml").read_text(encoding="utf-8"))
