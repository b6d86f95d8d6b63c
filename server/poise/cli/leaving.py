"""Data out, from a terminal: `poise export`, `poise report`."""

from datetime import datetime
from pathlib import Path

import click

from poise.api.exporting import FORMS
from poise.api.times import local_zone
from poise.cli.data import database
from poise.cli.options import as_json, data_dir, say
from poise.config import Folder
from poise.errors import PoiseError
from poise.etiquette.words import LANGUAGES
from poise.files import write_new
from poise.outgoing.report import Period, as_html
from poise.store import settings


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--language", type=click.Choice(LANGUAGES), help="Else the one of the settings.")
@data_dir
@as_json
def export_command(file: Path, language: str | None, folder: Folder, as_json: bool) -> None:
    """Write all data into FILE, by its ending: .json (everything), .csv (one table), .zip (a CSV of every table), .ics (interviews and what is due)."""
    form = FORMS.get(file.suffix.lower().lstrip("."))
    if form is None:
        raise PoiseError(f"{file.name} says no form: end it with {', '.join(f'.{name}' for name in FORMS)}.")
    with database(folder) as opened, opened.reading() as session:
        spoken = language or settings.stored(session).get("language", LANGUAGES[0])
        content = form(session, datetime.now(local_zone()), spoken)
    write_new(file, content)
    sentence = f"{file} is written. It names the people who interview you: keep it to yourself."
    say({"file": str(file), "bytes": len(content)}, sentence, as_json)


DAY = click.DateTime(["%Y-%m-%d"])


@click.command("report")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--from", "first", type=DAY, required=True, help="The first day, like 2026-11-01.")
@click.option("--to", "last", type=DAY, required=True, help="The last day, which is in it.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Else the one of the settings.")
@data_dir
@as_json
def report_command(
    file: Path, first: datetime, last: datetime, language: str | None, folder: Folder, as_json: bool
) -> None:
    """Write what you did between two days into FILE, a page to print: applications, interviews, follow-ups."""
    if last < first:
        raise PoiseError("The last day lies before the first: say --from and --to the other way round.")
    period = Period(first.date(), last.date(), local_zone())
    with database(folder) as opened, opened.reading() as session:
        spoken = language or settings.stored(session).get("language", LANGUAGES[0])
        content = as_html(session, period, spoken)
    write_new(file, content)
    say({"file": str(file), "bytes": len(content)}, f"{file} is written: open it and print it.", as_json)
