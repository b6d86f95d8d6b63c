"""Whether somebody is there; the only thing told to everybody."""

from typing import Literal

from flask import Blueprint

from poise.api.endpoint import endpoint
from poise.api.wire import Message
from poise.config import API, VERSION

blueprint = Blueprint("health", __name__)


class Health(Message):
    service: Literal["poise"] = "poise"
    version: str
    api: int = API
    ready: bool = True


@endpoint(blueprint, "GET", "/health", gives=Health)
def health() -> Health:
    """Whether the service is ready; unsigned, and the same for everybody."""
    return Health(version=VERSION)
