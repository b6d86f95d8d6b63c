"""Somebody new, from a terminal: `poise add`."""

from datetime import date, datetime

import click

from poise.api import applications, interviewers
from poise.api.addresses import pages_of, profiles_of
from poise.api.wire import plain
from poise.cli.data import database
from poise.cli.options import as_json, data_dir, say
from poise.cli.times import Day, When, interview_at, spoken
from poise.config import Folder
from poise.errors import Conflict, PoiseError
from poise.etiquette.facts import Role
from poise.sites.sitemap import load
from poise.store.applications import NewApplication
from poise.store.interviewers import NewInterviewer
from poise.store.tracking import Tracked, track

KNOWN = (
    "{name} is already tracked at {company}: `poise interview` adds and moves interviews, "
    "your job search in the browser changes the rest."
)


@click.command("add")
@click.argument("name")
@click.option("--company", required=True, help="Where the interview is.")
@click.option(
    "--role", "role", metavar="ROLE", help="interviewer (if not said), recruiter or referrer; else the job."
)
@click.option("--job", help="The job that is applied for.")
@click.option(
    "--applied", type=Day(), help="The day you applied, like 2026-11-01; `poise report` goes by it."
)
@click.option(
    "--profile",
    "profiles",
    multiple=True,
    metavar="URL",
    help="Their profile on a site; more than one is fine.",
)
@click.option("--page", "pages", multiple=True, metavar="URL", help="The company's own page on a site.")
@click.option(
    "--interview", "interviews", multiple=True, type=When(), help="Like 2026-12-01 14:00, local time."
)
@click.option(
    "--minutes",
    default=60,
    show_default=True,
    type=click.IntRange(1, 1440),
    help="How long an interview takes.",
)
@data_dir
@as_json
def add_command(
    name: str,
    company: str,
    role: str | None,
    job: str | None,
    applied: date | None,
    profiles: tuple[str, ...],
    pages: tuple[str, ...],
    interviews: tuple[datetime, ...],
    minutes: int,
    folder: Folder,
    as_json: bool,
) -> None:
    """Track somebody who interviews you."""
    part, job = _part(role, job)
    maps = load()
    application = NewApplication(
        company=_named(company, "company"),
        role=job,
        applied_on=applied,
        interviews=[interview_at(starts, minutes) for starts in interviews],
        pages=pages_of(maps, pages, "--page"),
    )
    person = NewInterviewer(_named(name, "person"), identities=profiles_of(maps, profiles, "--profile"))
    with database(folder) as opened, opened.writing() as session:
        tracked = track(session, application, person, part)
        if not tracked.new:
            raise Conflict(KNOWN.format(name=person.name, company=tracked.application.company.name))
        session.flush()
        shape = {
            "interviewer": tracked.interviewer and plain(interviewers.show(tracked.interviewer)),
            "application": plain(applications.show(tracked.application)),
        }
        sentence = _told(tracked, part)
    say(shape, sentence, as_json)


def _part(role: str | None, job: str | None) -> tuple[Role, str | None]:
    """`--role` says what the person is; any other word there is the job, as people expect of a role."""
    if role is None or role.lower() in list(Role):
        return Role(role.lower() if role else Role.INTERVIEWER), job
    if job is not None:
        raise PoiseError(f"{role!r} is no role: say interviewer, recruiter or referrer.")
    return Role.INTERVIEWER, role


def _named(text: str, whose: str) -> str:
    plain = " ".join(text.split())
    if not plain or len(plain) > 300 or not plain.isprintable():
        raise PoiseError(f"The name of the {whose} is missing or cannot be one.")
    return plain


def _told(tracked: Tracked, part: Role) -> str:
    row = tracked.application
    job = f" ({row.role})" if row.role else ""
    times = "; interview " + ", ".join(spoken(one.starts) for one in row.interviews) if row.interviews else ""
    name = tracked.interviewer.name if tracked.interviewer else ""
    return f"{name} is tracked as {part} at {row.company.name}{job}{times}."
