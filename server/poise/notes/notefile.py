"""A note in, its findings out: the JSON of `poise check-note`, both ways."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, ValidationError

from poise.errors import BadInput
from poise.etiquette.facts import Site, Stage
from poise.etiquette.shapes import Strict
from poise.faults import faults_of
from poise.notes import check
from poise.notes.facts import Finding, Kind, Note

LONGEST = 20_000
Language = Literal["en", "de", "nb"]
Text = Annotated[str, StringConstraints(max_length=LONGEST)]
Called = Annotated[str, StringConstraints(max_length=300)]
Word = Annotated[str, StringConstraints(min_length=1, max_length=100)]


def _listed(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


class NoteFile(Strict):
    """`answer_in`: the language of the findings, if not that of the note; `known`: words that are no faults."""

    kind: Kind
    text: Text
    language: Language = "en"
    answer_in: Language | None = None
    interviewer: Called | None = None
    company: Called | None = None
    site: Site | None = None
    stage: Stage | None = None
    others: Annotated[tuple[Text, ...], BeforeValidator(_listed), Field(max_length=20)] = ()
    known: Annotated[tuple[Word, ...], BeforeValidator(_listed), Field(max_length=5000)] = ()

    def note(self) -> Note:
        return Note(**dict(self) | {"answer_in": self.answer_in or self.language})


def read_note(raw: object) -> Note:
    """The note in parsed JSON; BadInput with the place of every fault."""
    if not isinstance(raw, dict):
        raise BadInput([("", "a note must be a table of fields")])
    try:
        return NoteFile.model_validate(raw).note()
    except ValidationError as error:
        raise BadInput(faults_of(error)) from None


def answer(note: Note) -> dict[str, Any]:
    """The findings on a note as JSON."""
    return {"findings": [finding_json(finding) for finding in check(note)]}


def finding_json(finding: Finding) -> dict[str, Any]:
    return {name: getattr(finding, name) for name in Finding.__slots__}
