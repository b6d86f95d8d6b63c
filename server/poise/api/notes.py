"""What a note could do better; its text is read, and neither kept nor logged."""

from collections.abc import Sequence
from typing import Annotated

from flask import Blueprint
from pydantic import Field

from poise.api.endpoint import endpoint
from poise.api.service import service
from poise.api.settings import language_of
from poise.api.wire import Few, Language, Line, Message, Text
from poise.etiquette.facts import Site, Stage
from poise.notes import check
from poise.notes.facts import Kind, Note, Severity

blueprint = Blueprint("notes", __name__)


class NoteMessage(Message):
    """`language`: that of the text; `answer_in`: that of the findings. Else the user's."""

    kind: Kind
    text: Text
    language: Language | None = None
    answer_in: Language | None = None
    interviewer: Line | None = None
    company: Line | None = None
    site: Site | None = None
    stage: Stage | None = None
    others: Few[Text] = Field(default_factory=list)
    known: Annotated[list[Line], Field(max_length=5000)] = Field(default_factory=list)


class FindingMessage(Message):
    """From `start` up to `end`, in code points; a hint is no fault."""

    id: str
    severity: Severity
    start: int
    end: int
    message: str
    suggestion: str | None


class FindingsMessage(Message):
    findings: Sequence[FindingMessage]


@endpoint(blueprint, "POST", "/notes/check", takes=NoteMessage, gives=FindingsMessage)
def check_note(body: NoteMessage) -> FindingsMessage:
    """Check a note that is being written."""
    language = language_of(service(), body.language)
    asked = dict(body) | {
        "language": language,
        "answer_in": body.answer_in or language,
        "others": tuple(body.others),
        "known": tuple(body.known),
    }
    found = check(Note(**asked))
    return FindingsMessage(
        findings=[FindingMessage(**{name: getattr(one, name) for name in one.__slots__}) for one in found]
    )
