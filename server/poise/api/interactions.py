"""What passed between the user and a person: kind, channel and time; never its text."""

from typing import Any
from uuid import UUID

from flask import Blueprint
from sqlalchemy.orm import Session

from poise.api.rest import Resource, UndoStep, serve, undo_step
from poise.api.wire import Instant, Message
from poise.etiquette.facts import Channel, HistoryKind
from poise.store import interactions
from poise.store.interactions import NewInteraction
from poise.store.models import Interaction

blueprint = Blueprint("interactions", __name__)
PATH = "/interactions"


class InteractionMessage(Message):
    """`interviewer`: the person's id."""

    interviewer: UUID
    kind: HistoryKind
    channel: Channel | None = None
    at: Instant


class NewInteractionMessage(InteractionMessage):
    id: UUID


class ShownInteraction(NewInteractionMessage):
    version: int


def fields(row: Interaction) -> dict[str, Any]:
    known = interactions.facts_of(row)
    about = {"id": row.id, "interviewer": row.interviewer_id}
    return about | {"kind": known.kind, "channel": known.channel, "at": known.at}


def show(row: Interaction) -> ShownInteraction:
    return ShownInteraction(**fields(row), version=row.version)


def _new(body: InteractionMessage, row_id: UUID, mark: str | None) -> NewInteraction:
    return NewInteraction(body.interviewer, body.kind, body.at, body.channel, row_id, mark)


def _add(session: Session, body: NewInteractionMessage, mark: str) -> Interaction:
    return interactions.add(session, _new(body, body.id, mark))


def _change(session: Session, row: Interaction, version: int | None, body: InteractionMessage) -> None:
    interactions.change(session, row, version, _new(body, row.id, None))


def _undo(row: Interaction) -> list[UndoStep]:
    return [undo_step(PATH, NewInteractionMessage(**fields(row)))]


serve(
    blueprint,
    Resource(
        PATH,
        Interaction,
        NewInteractionMessage,
        InteractionMessage,
        ShownInteraction,
        _add,
        _change,
        interactions.remove,
        show,
        _undo,
    ),
)
