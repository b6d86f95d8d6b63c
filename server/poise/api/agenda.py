"""What is due next towards each interviewer."""

from collections.abc import Sequence
from datetime import datetime

from flask import Blueprint

from poise.api.endpoint import endpoint
from poise.api.known import people
from poise.api.service import service
from poise.api.settings import language_of
from poise.api.steps import ItemMessage, items
from poise.api.times import local_zone
from poise.api.wire import Language, Message

blueprint = Blueprint("agenda", __name__)


class AgendaQuery(Message):
    language: Language | None = None


class AgendaMessage(Message):
    items: Sequence[ItemMessage]


@endpoint(blueprint, "GET", "/agenda", asks=AgendaQuery, gives=AgendaMessage)
def show_agenda(query: AgendaQuery) -> AgendaMessage:
    """What is due and what comes next, soonest first."""
    here = service()
    known, now = people(here), datetime.now(local_zone())
    return AgendaMessage(items=items(known, now, language_of(here, query.language)))
