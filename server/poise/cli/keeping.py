"""Keeping the data safe, from a terminal: `poise backup`, `poise restore`."""

import os
import sqlite3
from pathlib import Path

import click
from sqlalchemy.exc import OperationalError

from poise.cli.data import ELSEWHERE, database
from poise.cli.options import as_json, data_dir, say
from poise.config import Folder
from poise.errors import PoiseError

ANEW = "No browser is connected now: `poise pair` connects each anew."
FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("backup")
@click.argument("file", type=FILE)
@data_dir
@as_json
def backup_command(file: Path, folder: Folder, as_json: bool) -> None:
    """Copy all data, as they are now, into one FILE. The service may go on running."""
    from poise.store.copying import copy

    _in_a_file()
    with database(folder):
        try:
            copy(folder.database, file)
        except sqlite3.Error as wrong:
            raise PoiseError(f"The backup could not be written ({wrong}): nothing was changed.") from wrong
    sentence = f"Everything is in {file}, keys of paired browsers too: keep it as you keep a password."
    say({"file": str(file), "bytes": file.stat().st_size}, sentence, as_json)


@click.command("restore")
@click.argument("file", type=FILE, required=False)
@data_dir
@as_json
def restore_command(file: Path | None, folder: Folder, as_json: bool) -> None:
    """Bring a backup back, also while the service runs. Without FILE, the newest whole snapshot that Poise made."""
    from poise.store.restoring import newest_good, restore

    _in_a_file()
    source = file or newest_good(folder)
    try:
        done = restore(folder, source)
    except (sqlite3.Error, OperationalError) as wrong:
        raise PoiseError(f"The backup could not be brought back ({wrong}): nothing was changed.") from wrong
    kept = f" What was there before is kept as {done.aside}." if done.aside else ""
    anew = "" if done.connected else f" {ANEW}"
    content = {
        "restored": str(source),
        "replaced": done.aside and str(done.aside),
        "connected": done.connected,
    }
    say(content, f"The data of {source} are back.{kept}{anew}", as_json)


def _in_a_file() -> None:
    if os.environ.get(ELSEWHERE):
        raise PoiseError(
            f"The data are in the database of {ELSEWHERE}: use its own tools, pg_dump and pg_restore."
        )
