"""Beginning to track the person or the page that the user is looking at, in one call."""

from typing import Self
from uuid import UUID

from flask import Blueprint
from pydantic import Field, model_validator

from poise.api import applications, interviewers
from poise.api.addresses import pages_of, profiles_of
from poise.api.endpoint import Reply, endpoint
from poise.api.service import service
from poise.api.times import InterviewMessage, booking
from poise.api.wire import Few, Line, Mark, Message, Name
from poise.errors import sentence
from poise.etiquette.facts import Role
from poise.store.applications import NewApplication
from poise.store.interviewers import NewInterviewer
from poise.store.tracking import track

blueprint = Blueprint("track", __name__)


class TrackMessage(Message):
    """`id`: for the person if they are new. Without `name`, the company's pages alone are tracked.

    `role`: the job. `part`: what the person is in the application.
    """

    id: UUID
    name: Name | None = None
    headline: Line | None = None
    company: Name
    role: Name | None = None
    part: Role = Role.INTERVIEWER
    profiles: Few[Mark] = Field(default_factory=list)
    pages: Few[Mark] = Field(default_factory=list)
    interviews: Few[InterviewMessage] = Field(default_factory=list)

    @model_validator(mode="after")
    def somebody(self) -> Self:
        if self.name is None and (self.profiles or self.headline):
            raise ValueError(sentence("needs_a_name"))
        return self


class TrackedMessage(Message):
    interviewer: interviewers.ShownInterviewer | None
    application: applications.ShownApplication


@endpoint(blueprint, "POST", "/track", takes=TrackMessage, gives=TrackedMessage, status=201)
def begin_to_track(body: TrackMessage) -> Reply:
    """Track a person, or a company's page: what is known of them already is completed, never doubled."""
    maps = service().maps
    application = NewApplication(
        company=body.company,
        role=body.role,
        interviews=[booking(interview) for interview in body.interviews],
        pages=pages_of(maps, body.pages),
    )
    profiles = profiles_of(maps, body.profiles)
    person = NewInterviewer(body.name, body.headline, profiles, id=body.id) if body.name else None
    with service().database.writing() as session:
        tracked = track(session, application, person, body.part)
        session.flush()
        shown = TrackedMessage(
            interviewer=interviewers.show(tracked.interviewer) if tracked.interviewer else None,
            application=applications.show(tracked.application),
        )
    return Reply(shown, 201 if tracked.new else 200)
