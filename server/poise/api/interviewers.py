"""The people: who they are on which site, and what they are in which application."""

from typing import Any
from uuid import UUID

from flask import Blueprint
from pydantic import Field
from sqlalchemy.orm import Session

from poise.api.addresses import profiles_of
from poise.api.drafts import undo as undo_draft
from poise.api.endpoint import Reply, endpoint
from poise.api.interactions import PATH as INTERACTIONS
from poise.api.interactions import NewInteractionMessage
from poise.api.interactions import fields as interaction_fields
from poise.api.rest import Resource, UndoStep, serve, undo_step
from poise.api.service import service
from poise.api.wire import Few, Line, Mark, Message, Name, Text
from poise.etiquette.facts import Channel, Role
from poise.store import interviewers, nouns
from poise.store.interviewers import NewInterviewer
from poise.store.models import Interviewer

blueprint = Blueprint("interviewers", __name__)
PATH = "/interviewers"


class PartMessage(Message):
    part: Role = Role.INTERVIEWER


class RoleMessage(PartMessage):
    """What the person is in one application."""

    application: UUID


class InterviewerMessage(Message):
    """`profiles`: addresses on sites, however written, and ids that join; `not_profiles`: somebody else's.

    `notes` stay what they are where they are left out.
    """

    name: Name
    headline: Line | None = None
    profiles: Few[Mark] = Field(default_factory=list)
    not_profiles: Few[Mark] = Field(default_factory=list)
    trusted: bool = False
    reason: Line | None = None
    earlier_contact: Few[Channel] = Field(default_factory=list)
    roles: Few[RoleMessage] = Field(default_factory=list)
    notes: Text | None = None


class NewInterviewerMessage(InterviewerMessage):
    id: UUID


class ShownInterviewer(NewInterviewerMessage):
    version: int


def show(row: Interviewer) -> ShownInterviewer:
    return ShownInterviewer(**_fields(row), version=row.version)


def new_interviewer(body: InterviewerMessage, row_id: UUID, mark: str | None = None) -> NewInterviewer:
    maps = service().maps
    return NewInterviewer(
        name=body.name,
        headline=body.headline,
        identities=profiles_of(maps, body.profiles),
        denied=profiles_of(maps, body.not_profiles),
        trusted=body.trusted,
        reason=body.reason,
        earlier_contact=frozenset(body.earlier_contact),
        parts={role.application: role.part for role in body.roles},
        notes=body.notes or "" if "notes" in body.model_fields_set else None,
        id=row_id,
        made_from=mark,
    )


@endpoint(
    blueprint,
    "PUT",
    f"{PATH}/<uuid:row_id>/parts/<uuid:application_id>",
    takes=PartMessage,
    gives=ShownInterviewer,
)
def take_part(row_id: UUID, application_id: UUID, body: PartMessage) -> Reply:
    """Give a person a part in an application, or another one."""
    with service().database.writing() as session:
        row = nouns.get(session, Interviewer, row_id)
        interviewers.take_part(session, row, application_id, body.part)
        return Reply(show(row), 200, {"ETag": f'"{row.version}"'})


def _fields(row: Interviewer) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "headline": row.headline,
        "profiles": sorted(identity.value for identity in row.identities if not identity.denied),
        "not_profiles": sorted(identity.value for identity in row.identities if identity.denied),
        "trusted": row.trusted,
        "reason": row.reason,
        "earlier_contact": sorted(row.earlier_contact),
        "notes": row.notes,
        "roles": [
            RoleMessage(application=part.application_id, part=Role(part.part))
            for part in sorted(row.parts, key=lambda part: part.application_id)
        ],
    }


def _add(session: Session, body: NewInterviewerMessage, mark: str) -> Interviewer:
    return interviewers.add(session, new_interviewer(body, body.id, mark))


def _change(session: Session, row: Interviewer, version: int | None, body: InterviewerMessage) -> None:
    interviewers.change(session, row, version, new_interviewer(body, row.id))


def _undo(row: Interviewer) -> list[UndoStep]:
    """The person, then what passed between the user and them, and what was being written."""
    passed = [
        undo_step(INTERACTIONS, NewInteractionMessage(**interaction_fields(one))) for one in row.interactions
    ]
    written = [step for draft in row.drafts for step in undo_draft(draft)]
    return [undo_step(PATH, NewInterviewerMessage(**_fields(row))), *passed, *written]


serve(
    blueprint,
    Resource(
        PATH,
        Interviewer,
        NewInterviewerMessage,
        InterviewerMessage,
        ShownInterviewer,
        _add,
        _change,
        interviewers.remove,
        show,
        _undo,
        interviewers.WHOLE,
    ),
)
