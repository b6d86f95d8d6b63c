"""What a page was seen to tell of somebody: noted once, however often and in however many browsers it is seen."""

from typing import Literal
from uuid import UUID

from flask import Blueprint

from poise.api.endpoint import Reply, endpoint
from poise.api.interactions import ShownInteraction, show
from poise.api.service import service
from poise.api.wire import Instant, Message
from poise.etiquette.facts import Channel, HistoryKind
from poise.store import interactions
from poise.store.interactions import NewInteraction

blueprint = Blueprint("sightings", __name__)


class SightingMessage(Message):
    """`at`: when it was seen, for when it happened no page says."""

    id: UUID
    interviewer: UUID
    kind: Literal[HistoryKind.THEY_CONNECTED]
    channel: Channel
    at: Instant


@endpoint(blueprint, "POST", "/sightings", takes=SightingMessage, gives=ShownInteraction, status=201)
def note(body: SightingMessage) -> Reply:
    """Note that they asked to connect, unless that is known; the answer is what is noted."""
    new = NewInteraction(body.interviewer, body.kind, body.at, body.channel, body.id)
    with service().database.writing() as session:
        row, is_new = interactions.add_once(session, new)
        return Reply(show(row), 201 if is_new else 200)
