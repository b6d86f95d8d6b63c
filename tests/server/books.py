"""People in a data folder, put there without a service."""

from contextlib import closing

from poise.config import Folder, Settings
from poise.etiquette.facts import Role
from poise.store import dossiers
from poise.store.applications import NewApplication
from poise.store.interviewers import NewInterviewer
from poise.store.opening import open_database
from poise.store.tracking import track


def add(folder: Folder, *names: str) -> None:
    with closing(open_database(Settings(folder))) as database, database.writing() as session:
        for name in names:
            track(session, NewApplication("Acme"), NewInterviewer(name), Role.INTERVIEWER)


def names(folder: Folder) -> list[str]:
    with closing(open_database(Settings(folder))) as database, database.reading() as session:
        return [one.name for one in dossiers.people(session)]
