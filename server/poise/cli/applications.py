"""The applications from a terminal: `poise outcome`, `poise interview`."""

from datetime import datetime

import click

from poise.api.applications import show
from poise.api.times import local_zone
from poise.api.wire import plain
from poise.cli.data import database
from poise.cli.meant import Likely, called, is_open, job_option, the_application
from poise.cli.options import as_json, data_dir, say
from poise.cli.times import When, doubted, interview_at, spoken
from poise.config import Folder
from poise.errors import PoiseError
from poise.etiquette.facts import Outcome, OutcomeKind
from poise.store import applications, interviews
from poise.store.models import Application, Interview

NONE = "none"
CAME = {
    OutcomeKind.OFFER: "came to an offer",
    OutcomeKind.ACCEPTED: "came to an offer, which you accepted",
    OutcomeKind.REJECTED: "ended with a no",
    OutcomeKind.WITHDRAWN: "was withdrawn by you",
}


def _lives(row: Application) -> bool:
    return row.outcome in (None, OutcomeKind.OFFER) and not row.archived


LIKELY: dict[str, Likely] = {
    OutcomeKind.ACCEPTED: _lives,
    OutcomeKind.WITHDRAWN: _lives,
    NONE: lambda row: row.outcome is not None,
}


@click.command("outcome")
@click.argument("company")
@click.argument("outcome", type=click.Choice([*(str(kind) for kind in OutcomeKind), NONE]))
@job_option
@click.option("--at", type=When(), help="When it was said, like 2026-12-01 14:00; now if not said.")
@data_dir
@as_json
def outcome_command(
    company: str, outcome: str, job: str | None, at: datetime | None, folder: Folder, as_json: bool
) -> None:
    """Say what came of an application; `none` takes it back."""
    with database(folder) as opened, opened.writing() as session:
        row = the_application(session, company, job, LIKELY.get(outcome, is_open))
        said = at or datetime.now(local_zone())
        applications.set_outcome(row, None if outcome == NONE else Outcome(OutcomeKind(outcome), said))
        session.flush()
        what = "is open again" if outcome == NONE else f"{CAME[OutcomeKind(outcome)]}, {spoken(said)}"
        say(plain(show(row)), f"The application at {called(row)} {what}.{doubted(said)}", as_json)


@click.group("interview")
def interview_command() -> None:
    """Add an interview, move it, or call it off."""


@interview_command.command("add")
@click.argument("company")
@click.argument("time", type=When())
@job_option
@click.option("--minutes", default=60, show_default=True, type=click.IntRange(1, 1440))
@data_dir
@as_json
def add_interview(
    company: str, time: datetime, job: str | None, minutes: int, folder: Folder, as_json: bool
) -> None:
    """One interview more."""
    with database(folder) as opened, opened.writing() as session:
        row = the_application(session, company, job)
        if any(one.starts == time for one in row.interviews):
            raise PoiseError(f"There is an interview at {row.company.name} at {spoken(time)} already.")
        interviews.add(row, interview_at(time, minutes))
        session.flush()
        say(plain(show(row)), f"Interview at {row.company.name}: {spoken(time)}.", as_json)


@interview_command.command("move")
@click.argument("company")
@click.argument("time", type=When())
@click.option("--from", "before", type=When(), help="Which interview; the last one if not said.")
@job_option
@data_dir
@as_json
def move_interview(
    company: str, time: datetime, before: datetime | None, job: str | None, folder: Folder, as_json: bool
) -> None:
    """The same interview at another time."""
    with database(folder) as opened, opened.writing() as session:
        row = the_application(session, company, job)
        interviews.move(row, _the_interview(row, before), time, local_zone().key)
        session.flush()
        say(plain(show(row)), f"Interview at {row.company.name}: now {spoken(time)}.", as_json)


@interview_command.command("cancel")
@click.argument("company")
@click.argument("time", type=When(), required=False)
@job_option
@data_dir
@as_json
def cancel_interview(
    company: str, time: datetime | None, job: str | None, folder: Folder, as_json: bool
) -> None:
    """An interview that is called off; the last one if no time is said."""
    with database(folder) as opened, opened.writing() as session:
        row = the_application(session, company, job)
        interview = _the_interview(row, time)
        interviews.cancel(row, interview)
        session.flush()
        say(
            plain(show(row)),
            f"No interview at {row.company.name} at {spoken(interview.starts)} any more.",
            as_json,
        )


def _the_interview(row: Application, time: datetime | None) -> Interview:
    found = [one for one in row.interviews if time is None or one.starts == time]
    if not found:
        raise PoiseError(f"There is no such interview at {row.company.name}: see `poise list`.")
    return found[-1]
