"""Old applications and notes, from a terminal: `poise archive`, `poise note`."""

import click
from sqlalchemy.orm import Session

from poise.api import applications, interviewers
from poise.api.wire import plain
from poise.cli.data import database
from poise.cli.meant import called, company_option, job_option, the_application, the_person
from poise.cli.options import as_json, data_dir, say
from poise.config import Folder
from poise.store.interviewers import by_name
from poise.store.models import Application, Interviewer
from poise.store.nouns import changed


@click.command("archive")
@click.argument("company")
@job_option
@click.option("--undo", is_flag=True, help="Take it out again.")
@data_dir
@as_json
def archive_command(company: str, job: str | None, undo: bool, folder: Folder, as_json: bool) -> None:
    """Lay an old application aside. It holds nothing any more, and nothing of it is lost."""
    with database(folder) as opened, opened.writing() as session:
        row = the_application(session, company, job, lambda one: one.archived == undo)
        changed(row)
        row.archived = not undo
        session.flush()
        what = "is in use again" if undo else "is archived: its people are not guarded for it any more"
        say(plain(applications.show(row)), f"The application at {called(row)} {what}.", as_json)


@click.command("note")
@click.argument("whom")
@click.argument("text")
@company_option
@job_option
@data_dir
@as_json
def note_command(
    whom: str, text: str, company: str | None, job: str | None, folder: Folder, as_json: bool
) -> None:
    """Keep a note on a person, or on the application at a company.

    It stands in place of the one before; an empty TEXT takes that away.
    """
    with database(folder) as opened, opened.writing() as session:
        row = _meant(session, whom, company, job)
        before = row.notes
        changed(row)
        row.notes = text.strip() or None
        session.flush()
        known = interviewers.show(row) if isinstance(row, Interviewer) else applications.show(row)
        said = f"{'Noted' if row.notes else 'No note any more'}: {whom}."
        replaced = f"{said} The note before is gone; `poise undo` brings it back."
        say(plain(known), replaced if before not in (None, row.notes) else said, as_json)


def _meant(session: Session, whom: str, company: str | None, job: str | None) -> Interviewer | Application:
    if company is not None or by_name(session, whom):
        return the_person(session, whom, company)
    return the_application(session, whom, job)
