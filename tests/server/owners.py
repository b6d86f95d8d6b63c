"""Two owners in one database."""

from uuid import UUID

from poise.etiquette.facts import Role
from poise.store.applications import NewApplication
from poise.store.database import Database
from poise.store.interviewers import NewInterviewer
from poise.store.naming import folded
from poise.store.tracking import track

OTHER = UUID("01890000-0000-7000-8000-0000000000ff")


def fill(database: Database, name: str = "Jane Doe") -> UUID:
    person = NewInterviewer(
        name, identities=[f"https://www.linkedin.com/in/{folded(name).replace(' ', '-')}/"]
    )
    with database.writing() as session:
        tracked = track(session, NewApplication("Acme"), person, Role.INTERVIEWER)
        assert tracked.interviewer is not None
        return tracked.interviewer.id
