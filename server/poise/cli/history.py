"""What was changed, and undoing it, from a terminal: `poise history`, `poise undo`."""

from uuid import UUID

import click

from poise.api.changes import ChangeMessage, shown_change
from poise.api.wire import plain
from poise.cli.data import database, language_of
from poise.cli.options import as_json, data_dir, say
from poise.cli.times import spoken
from poise.config import Folder
from poise.errors import PoiseError
from poise.store import history


@click.command("history")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 500))
@data_dir
@as_json
def history_command(limit: int, folder: Folder, as_json: bool) -> None:
    """Show what was changed, newest first."""
    with database(folder) as opened, opened.reading() as session:
        language = language_of(session)
        shown = [shown_change(row, language) for row in history.some(session, None, limit)]
    lines = "\n".join(_line(one) for one in shown)
    say([plain(one) for one in shown], lines or "Nothing was changed yet.", as_json)


@click.command("undo")
@click.argument("change", type=click.UUID, required=False)
@data_dir
@as_json
def undo_command(change: UUID | None, folder: Folder, as_json: bool) -> None:
    """Take back a CHANGE, or else the newest. `poise history` shows the id of each."""
    with database(folder) as opened:
        with opened.writing() as session:
            rows = history.some(session, None, 500)
            meant = change or next((row.id for row in rows if not row.undone and not row.undoes), None)
            if meant is None:
                raise PoiseError("There is nothing to undo.")
            shown = shown_change(history.undo(session, meant), language_of(session))
        with opened.reading() as session:
            (back,) = history.some(session, None, 1)
            say(plain(shown), f"Taken back: {shown.text}. `poise undo {back.id}` brings it back.", as_json)


def _line(one: ChangeMessage) -> str:
    undone = " (undone)" if one.undone else ""
    return f"{one.id} · {spoken(one.at)} · {one.text}{undone}"
