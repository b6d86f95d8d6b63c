"""Forgetting for good, from a terminal: `poise forget`."""

import sys

import click

from poise.cli.data import database
from poise.cli.meant import company_option, the_person
from poise.cli.options import as_json, data_dir, say
from poise.config import Folder
from poise.errors import PoiseError
from poise.store.database import Database
from poise.store.forgetting import forget_copies, forget_everything, forget_person

SURE = "This cannot be undone. Go on?"
ELSEWHERE = "Backups and exports that you made yourself are not touched."


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
    """Forget a person for good, or everything. History and snapshots forget it, too."""
    if (name is None) == (not everything):
        raise PoiseError("Say whom to forget, or --all.")
    with database(folder) as opened:
        whom = _forgotten(opened, name, company, yes)
        cleared = forget_copies(opened, folder)
    if not cleared:
        raise PoiseError(f"{whom} forgotten, but the service is busy: say it again to clear its log as well.")
    say({"forgotten": name or "all"}, f"{whom} forgotten. {ELSEWHERE}", as_json)


def _forgotten(opened: Database, name: str | None, company: str | None, yes: bool) -> str:
    if name is not None:
        with opened.writing() as session:
            row = the_person(session, name, company)
            called = row.name
            _ask(yes or not sys.stdin.isatty())
            forget_person(session, row)
        return f"{called} is"
    _ask(yes)
    with opened.writing() as session:
        forget_everything(session)
    return "Everything is"


def _ask(sure: bool) -> None:
    if sure:
        return
    if not sys.stdin.isatty():
        raise PoiseError("This cannot be undone: say --yes if you are sure.")
    click.confirm(SURE, abort=True)
