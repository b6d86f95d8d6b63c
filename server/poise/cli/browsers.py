"""The connected browsers and their keys, from a terminal: `poise browsers`."""

from typing import Any

import click
from sqlalchemy.orm import Session

from poise.cli.data import database
from poise.cli.options import as_json, data_dir, say
from poise.cli.times import spoken
from poise.config import Folder
from poise.errors import PoiseError
from poise.store import browsers
from poise.store.models import Browser

NONE = "No browser is connected: `poise install` lets them connect by themselves, `poise pair` makes a code."


@click.group("browsers", invoke_without_command=True)
@data_dir
@as_json
@click.pass_context
def browsers_command(ctx: click.Context, folder: Folder, as_json: bool) -> None:
    """List the connected browsers; rename or revoke one. Each has a key of its own."""
    if ctx.invoked_subcommand is None:
        with database(folder) as opened, opened.reading() as session:
            rows = browsers.paired(session)
            shapes = [_shape(row) for row in rows]
            say(shapes, "\n".join(map(_line, rows)) or NONE, as_json)


@browsers_command.command("rename")
@click.argument("browser")
@click.argument("name")
@data_dir
@as_json
def rename(browser: str, name: str, folder: Folder, as_json: bool) -> None:
    """Call a BROWSER, said by its name or key, what you like."""
    with database(folder) as opened, opened.writing() as session:
        row = _the_browser(session, browser)
        browsers.rename(row, name)
        say(_shape(row), f"It is called {row.called} now.", as_json)


@browsers_command.command("revoke")
@click.argument("browser")
@data_dir
@as_json
def revoke(browser: str, folder: Folder, as_json: bool) -> None:
    """Make a BROWSER's key worthless at once: the service no longer answers it."""
    with database(folder) as opened, opened.writing() as session:
        row = _the_browser(session, browser)
        shape, called = _shape(row), row.called
        browsers.revoke(session, row)
        say(shape, f"{called} is no longer answered. Its popup can connect it again.", as_json)


def _the_browser(session: Session, said: str) -> Browser:
    rows = [row for row in browsers.paired(session) if said in (row.keyid, row.called)]
    if not rows:
        raise PoiseError(f"No browser called {said} is connected: see `poise browsers`.")
    if len(rows) > 1:
        raise PoiseError(
            f"There are {len(rows)} browsers called {said}: say the key, as `poise browsers` shows it."
        )
    return rows[0]


def _shape(row: Browser) -> dict[str, Any]:
    """Never the secret."""
    return {
        "keyid": row.keyid,
        "name": row.called,
        "origin": row.origin,
        "created_at": row.created_at.isoformat(),
    }


def _line(row: Browser) -> str:
    return f"{row.called} · since {spoken(row.created_at)} · key {row.keyid}"
