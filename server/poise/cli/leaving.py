"""Data out, from a terminal: `poise export`, `poise report`."""

from datetime import date, datetime
from pathlib import Path

import click

from poise.api.exporting import FORMS
from poise.api.times import local_zone
from poise.cli.data import database, language_of
from poise.cli.options import as_json, data_dir, language_option, say
from poise.cli.times import Day
from poise.config import Folder
from poise.errors import PoiseError
from poise.files import write_new
from poise.outgoing.report import Period, as_html


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@language_option
@data_dir
@as_json
def export_command(file: Path, language: str | None, folder: Folder, as_json: bool) -> None:
    """Write all data into FILE, in the form that its ending says.

    .json: everything; .csv: one table; .zip: a CSV of every table; .ics: interviews and what is due.
    """
    form = FORMS.get(file.suffix.lower().lstrip("."))
    if form is None:
        raise PoiseError(f"{file.name} says no form: end it with {', '.join(f'.{name}' for name in FORMS)}.")
    with database(folder) as opened, opened.reading() as session:
        spoken = language_of(session, language)
        content = form(session, datetime.now(local_zone()), spoken)
    write_new(file, content)
    sentence = f"{file} is written. It names the people who interview you: keep it to yourself."
    say({"file": str(file), "bytes": len(content)}, sentence, as_json)


PAGES = (".html", ".htm")


@click.command("report")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--from", "first", type=Day(), required=True, help="The first day, like 2026-11-01.")
@click.option("--to", "last", type=Day(), required=True, help="The last day, which is in it.")
@language_option
@data_dir
@as_json
def report_command(
    file: Path, first: date, last: date, language: str | None, folder: Folder, as_json: bool
) -> None:
    """Write what you did between two days into FILE. It is a page to print, whose name ends in .html."""
    if last < first:
        raise PoiseError("The last day lies before the first: say --from and --to the other way round.")
    if file.suffix.lower() not in PAGES:
        raise PoiseError(
            f"The report is a page: end {file.name} with .html; a browser prints it, into a PDF too."
        )
    period = Period(first, last, local_zone())
    with database(folder) as opened, opened.reading() as session:
        spoken = language_of(session, language)
        content = as_html(session, period, spoken)
    write_new(file, content)
    say({"file": str(file), "bytes": len(content)}, f"{file} is written: open it and print it.", as_json)
