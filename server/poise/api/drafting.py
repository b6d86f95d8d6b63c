"""A first draft of a note from what is known and what the user answered; nothing of it is kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from flask import Blueprint
from pydantic import Field

from poise.api.endpoint import endpoint
from poise.api.known import people
from poise.api.service import service
from poise.api.settings import language_of
from poise.api.times import local_zone
from poise.api.wire import Language, Line, Message
from poise.errors import BadInput, Missing, sentence
from poise.etiquette.facts import Stage
from poise.notes import drafting
from poise.notes.drafting import About, Register
from poise.notes.facts import Kind

blueprint = Blueprint("drafting", __name__)

Answer = Annotated[str, Field(max_length=2000)]


class AskedDraft(Message):
    """`answers`: by the id of the question; `answer_in`: the language of the questions, else that of the note."""

    kind: Kind
    person: UUID
    language: Language | None = None
    answer_in: Language | None = None
    register_: Register = Field(default=Register.FORMAL, alias="register")
    answers: dict[Line, Answer] = Field(default_factory=dict, max_length=10)


class QuestionMessage(Message):
    id: str
    text: str


class DraftedMessage(Message):
    """`stage`: where the application stands, as the checks of the note want to know it."""

    subject: str
    text: str
    company: str
    stage: Stage
    questions: Sequence[QuestionMessage]


@endpoint(blueprint, "POST", "/notes/draft", takes=AskedDraft, gives=DraftedMessage)
def draft_note(body: AskedDraft) -> DraftedMessage:
    """Draft a note to somebody; without answers, what to ask."""
    if body.kind not in drafting.kinds():
        raise BadInput([("kind", sentence("not_drafted"))])
    known = next((one for one in people(service()) if one.id == body.person), None)
    if known is None:
        raise Missing(sentence("gone"))
    now, language = datetime.now(local_zone()), language_of(service(), body.language)
    about = About.of(known.name, known.dossier, now)
    made = drafting.draft(about, body.kind, body.answers, language, body.register_, now.date())
    asked = drafting.questions(body.kind, body.answer_in or language)
    return DraftedMessage(
        subject=made.subject,
        text=made.text,
        company=about.company,
        stage=about.stage,
        questions=[QuestionMessage(id=one.id, text=one.text) for one in asked],
    )
