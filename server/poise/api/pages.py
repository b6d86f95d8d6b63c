"""Reading a page: whom it is about, and every control that would reach out to somebody."""

from typing import Annotated, Any

from flask import Blueprint
from pydantic import StringConstraints

from poise.api.endpoint import endpoint
from poise.api.service import service
from poise.api.wire import Message, Url
from poise.errors import BadInput, PoiseError, sentence
from poise.sites.reader import read

blueprint = Blueprint("pages", __name__)


class PageMessage(Message):
    """`html`: a page, or the part that names whom it is about. It is read, and neither kept nor logged."""

    url: Url
    html: Annotated[str, StringConstraints(min_length=1)]


@endpoint(blueprint, "POST", "/pages/read", takes=PageMessage)
def read_page(body: PageMessage) -> dict[str, Any]:
    """What `poise read-page` prints of a page."""
    try:
        return read(service().maps, body.html, body.url)
    except PoiseError:
        raise BadInput([("url", sentence("not_a_page"))]) from None
