"""Applications: the company, the job, the interviews, the outcome."""

from datetime import date
from typing import Any
from uuid import UUID

from flask import Blueprint
from pydantic import Field
from sqlalchemy.orm import Session

from poise.api.addresses import pages_of
from poise.api.rest import Resource, UndoStep, serve, undo_step
from poise.api.service import now, service
from poise.api.times import InterviewMessage, booking, interview_message
from poise.api.wire import Few, Instant, Mark, Message, Name, Text
from poise.etiquette import facts
from poise.etiquette.stages import stage_of
from poise.store import applications
from poise.store.applications import NewApplication
from poise.store.models import Application

blueprint = Blueprint("applications", __name__)
PATH = "/applications"


class OutcomeMessage(Message):
    kind: facts.OutcomeKind
    at: Instant


class ApplicationMessage(Message):
    """`role`: the job. `pages`: the company's own pages; any address of theirs will do.

    `aliases`: the company's other names. `archived`: it is over and holds nothing any more. These two and
    `notes` stay what they are where they are left out.
    """

    company: Name
    role: Name | None = None
    applied_on: date | None = None
    slow_process: bool = False
    outcome: OutcomeMessage | None = None
    interviews: Few[InterviewMessage] = Field(default_factory=list)
    pages: Few[Mark] = Field(default_factory=list)
    aliases: Few[Name] | None = None
    archived: bool | None = None
    notes: Text | None = None


class NewApplicationMessage(ApplicationMessage):
    id: UUID


class ShownApplication(NewApplicationMessage):
    """`stage` follows from the rest and the clock."""

    stage: facts.Stage
    version: int


def show(row: Application) -> ShownApplication:
    known = applications.facts_of(row)
    return ShownApplication(**_fields(row), stage=stage_of(known, now()), version=row.version)


def _fields(row: Application) -> dict[str, Any]:
    outcome = applications.outcome_of(row)
    return {
        "id": row.id,
        "company": row.company.name,
        "role": row.role,
        "applied_on": row.applied_on,
        "slow_process": row.slow_process,
        "outcome": outcome and OutcomeMessage(kind=outcome.kind, at=outcome.at),
        "interviews": [interview_message(interview) for interview in row.interviews],
        "pages": sorted(page.value for page in row.company.pages),
        "aliases": sorted(alias.name for alias in row.company.aliases),
        "archived": row.archived,
        "notes": row.notes,
    }


def _new(body: ApplicationMessage, row_id: UUID, mark: str | None) -> NewApplication:
    outcome = body.outcome
    return NewApplication(
        company=body.company,
        role=body.role,
        applied_on=body.applied_on,
        slow_process=body.slow_process,
        outcome=facts.Outcome(outcome.kind, outcome.at) if outcome else None,
        interviews=[booking(interview) for interview in body.interviews],
        pages=pages_of(service().maps, body.pages),
        archived=bool(body.archived) if "archived" in body.model_fields_set else None,
        notes=body.notes or "" if "notes" in body.model_fields_set else None,
        aliases=body.aliases or [] if "aliases" in body.model_fields_set else None,
        id=row_id,
        made_from=mark,
    )


def _add(session: Session, body: NewApplicationMessage, mark: str) -> Application:
    return applications.add(session, _new(body, body.id, mark))


def _change(session: Session, row: Application, version: int | None, body: ApplicationMessage) -> None:
    applications.change(session, row, version, _new(body, row.id, None))


def _undo(row: Application) -> list[UndoStep]:
    """The application; then each person who had a part in it has to be given that again."""
    people = [
        UndoStep(
            method="PUT", path=f"/interviewers/{part.interviewer_id}/parts/{row.id}", body={"part": part.part}
        )
        for part in row.parts
    ]
    return [undo_step(PATH, NewApplicationMessage(**_fields(row))), *people]


serve(
    blueprint,
    Resource(
        PATH,
        Application,
        NewApplicationMessage,
        ApplicationMessage,
        ShownApplication,
        _add,
        _change,
        applications.remove,
        show,
        _undo,
        applications.WHOLE,
    ),
)
