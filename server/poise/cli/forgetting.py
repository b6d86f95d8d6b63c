"""Forgetting for good, from a terminal: `poise forget`."""

import sys

import click

from poise.cli.data import database
from poise.cli.meant import company_option, the_person
from poise.cli.options import as_json, data_dir, say
from poise.config import Folder
from poise.errors import PoiseError
from poise.store import nouns
from poise.store.database import Database
from poise.store.forgetting import forget_copies, forget_everything, forget_person
from poise.store.models import Interviewer

SURE = (
    "{what} is forgotten for good, and all snapshots in the data folder go, also those made by hand; "
    "one new one is made. This cannot be undone. Go on?"
)
ELSEWHERE = "Backups and exports that lie elsewhere than in the data folder are not touched."
BUSY = (
    "{whom} forgotten, but something is reading the data just now, so the log beside it cannot be cleared yet. "
    "Say `poise list` in a minute: that clears it."
)


@click.command("forget")
@click.argument("name", required=False)
@click.option("--all", "everything", is_flag=True, help="Everybody and everything, as on the first day.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@company_option
@data_dir
@as_json
def forget_command(
    name: str | None, everything: bool, yes: bool, company: str | None, folder: Folder, as_json: bool
) -> None:
    """Forget a person for good, or everything. History and snapshots forget it, too.

    All snapshots in the data folder go, also those made by hand and what a restore laid aside; one new one is made.
    """
    if (name is None) == (not everything):
        raise PoiseError("Say whom to forget, or --all.")
    with database(folder) as opened:
        whom = _forgotten(opened, name, company, yes)
        cleared = forget_copies(opened, folder)
    if not cleared:
        raise PoiseError(BUSY.format(whom=whom))
    say({"forgotten": name or "all"}, f"{whom} forgotten. {ELSEWHERE}", as_json)


def _forgotten(opened: Database, name: str | None, company: str | None, yes: bool) -> str:
    """Find, ask, and only then write: while a question stands, nobody else waits for the data."""
    if name is None:
        _ask("Everything", yes)
        with opened.writing() as session:
            forget_everything(session)
        return "Everything is"
    with opened.reading() as session:
        found = the_person(session, name, company)
        person, called = found.id, found.name
    _ask(called, yes)
    with opened.writing() as session:
        forget_person(session, nouns.get(session, Interviewer, person))
    return f"{called} is"


def _ask(what: str, sure: bool) -> None:
    if sure:
        return
    if not sys.stdin.isatty():
        raise PoiseError("This cannot be undone: say --yes if you are sure.")
    click.confirm(SURE.format(what=what), abort=True)
