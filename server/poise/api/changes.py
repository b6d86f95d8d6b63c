"""What was changed, in words: the same over HTTP and from the terminal."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any
from uuid import UUID

from poise.api.wire import Instant, Message
from poise.etiquette.facts import HistoryKind
from poise.etiquette.words import fill
from poise.store import telling
from poise.store.models import Change


class ChangeMessage(Message):
    """One change. `kind`: in one word; `names`: whom it was about; `undoes`: the change that it took back."""

    id: UUID
    at: Instant
    kind: str
    names: Sequence[str]
    text: str
    undone: bool
    undoes: UUID | None


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
    return tomllib.loads((files("poise.api") / "changes.toml").read_text(encoding="utf-8"))
