"""How many interviewers still have to decide."""

from flask import Blueprint

from poise.api.endpoint import endpoint
from poise.api.known import people
from poise.api.service import now, service
from poise.api.waiting import waits
from poise.api.wire import Message

blueprint = Blueprint("badge", __name__)


class Badge(Message):
    waiting: int


@endpoint(blueprint, "GET", "/badge", gives=Badge)
def badge() -> Badge:
    """The number for the toolbar badge."""
    at = now()
    return Badge(waiting=sum(waits(known, at) for known in people(service())))
