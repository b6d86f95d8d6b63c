"""Files that come in: shown first, and taken when the user has looked; nothing is written before that."""

import base64
import binascii
from typing import Annotated
from uuid import UUID

from flask import Blueprint
from pydantic import Field, StringConstraints

from poise.api.endpoint import endpoint
from poise.api.importing import ImportWishes, PreviewMessage, shown, take_chosen, wishes_of
from poise.api.service import service
from poise.api.settings import language_of
from poise.api.wire import Language, Message, Name
from poise.errors import BadInput, Missing, sentence
from poise.intake.tables import cap
from poise.intake.upload import Upload
from poise.store.naming import new_id

blueprint = Blueprint("imports", __name__)

FileName = Annotated[str, StringConstraints(pattern=r"^[^/\\\x00-\x1f]{1,200}$")]


class UploadMessage(ImportWishes):
    """`content`: the file in base64. It is read in memory, and kept there until it is taken or forgotten."""

    name: FileName
    content: Annotated[str, StringConstraints(min_length=1)]
    language: Language | None = None


class ChosenRow(Message):
    """`company`: for an interview of which the file does not say where it is."""

    id: str
    company: Name | None = None


class TakeMessage(ImportWishes):
    """`rows`: what to take; null for all that leave no doubt."""

    rows: Annotated[list[ChosenRow], Field(max_length=20_000)] | None = None


class TakenMessage(Message):
    """`taken`: how many things were done."""

    taken: int


@endpoint(blueprint, "POST", "/imports", takes=UploadMessage, gives=PreviewMessage, status=201)
def preview_import(body: UploadMessage) -> PreviewMessage:
    """Show what taking a file would do; it stays possible for ten minutes."""
    from poise.intake.reading import preview_of

    here = service()
    upload = Upload(body.name, _content(body.content))
    with here.database.reading() as session:
        preview = preview_of(session, upload, wishes_of(session, here.maps, body))
    preview_id = new_id()
    here.previews.put(preview_id, preview)
    return shown(preview_id, preview, language_of(here, body.language))


@endpoint(blueprint, "POST", "/imports/<uuid:import_id>", takes=TakeMessage, gives=TakenMessage)
def take_import(import_id: UUID, body: TakeMessage) -> TakenMessage:
    """Take what was shown: all of the chosen rows or, if anything is wrong, none."""
    here = service()
    preview = here.previews.get(import_id)
    if preview is None:
        raise Missing(sentence("import_gone"))
    chosen = None if body.rows is None else {row.id: row.company for row in body.rows}
    with here.database.writing() as session:
        taken = take_chosen(session, preview, body, chosen, wishes_of(session, here.maps, body))
    return TakenMessage(taken=len(taken))


def _content(text: str) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise BadInput([("content", sentence("not_base64"))]) from None
    if len(data) > cap("file", "dropped"):
        raise BadInput([("content", sentence("too_large_to_drop"))])
    return data
