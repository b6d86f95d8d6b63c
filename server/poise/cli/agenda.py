"""What is due, from a terminal: `poise next`."""

from datetime import datetime

import click

from poise.api.steps import ItemMessage, items
from poise.api.times import local_zone
from poise.api.wire import plain
from poise.cli.data import database, language_of
from poise.cli.options import as_json, data_dir, language_option, say
from poise.cli.times import spoken
from poise.config import Folder
from poise.store import dossiers


@click.command("next")
@language_option
@data_dir
@as_json
def next_command(language: str | None, folder: Folder, as_json: bool) -> None:
    """List what is due next towards each interviewer, soonest first."""
    with database(folder) as opened, opened.reading() as session:
        known = dossiers.people(session)
        found = items(known, datetime.now(local_zone()), language_of(session, language))
    lines = "\n".join(_line(item) for item in found)
    say([plain(item) for item in found], lines or "Nothing is due.", as_json)


def _line(item: ItemMessage) -> str:
    late = " (late)" if item.late else ""
    when = f"by {spoken(item.due)}{late}" if item.due else f"from {spoken(item.from_)}"
    return f"{when} · {item.interviewer}, {item.company} · {item.text}"
