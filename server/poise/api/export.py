"""All data on their way out, as a file."""

from base64 import b64encode
from datetime import datetime
from typing import Literal

from flask import Blueprint

from poise.api.endpoint import endpoint
from poise.api.exporting import FORMS
from poise.api.service import service
from poise.api.settings import language_of
from poise.api.times import local_zone
from poise.api.wire import Language, Message

blueprint = Blueprint("export", __name__)
KINDS = {"json": "application/json", "csv": "text/csv", "zip": "application/zip", "ics": "text/calendar"}


class ExportQuery(Message):
    """`format`: everything (json), one table (csv), every table (zip), interviews and due steps (ics)."""

    format: Literal["json", "csv", "zip", "ics"]
    language: Language | None = None


class ExportMessage(Message):
    """A file: what to call it, its media type, and its bytes in base64."""

    name: str
    type: str
    content: str


@endpoint(blueprint, "GET", "/export", asks=ExportQuery, gives=ExportMessage)
def export(query: ExportQuery) -> ExportMessage:
    """Everything that is known, as a file."""
    here, now = service(), datetime.now(local_zone())
    with here.database.reading() as session:
        content = FORMS[query.format](session, now, language_of(here, query.language))
    name = f"poise-{now:%Y-%m-%d}.{query.format}"
    return ExportMessage(name=name, type=KINDS[query.format], content=b64encode(content).decode())
