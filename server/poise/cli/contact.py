"""What passes between the user and somebody, from a terminal: `poise log`, `poise trust`."""

from datetime import UTC, datetime

import click

from poise.api import interactions as shapes
from poise.api.interviewers import show
from poise.api.wire import plain
from poise.cli.data import database
from poise.cli.meant import company_option, the_person
from poise.cli.options import as_json, data_dir, say
from poise.cli.times import When, doubted, spoken
from poise.config import Folder
from poise.etiquette.facts import Channel, HistoryKind
from poise.store import interactions, interviewers
from poise.store.interactions import NewInteraction


@click.command("log")
@click.argument("name")
@click.argument("kind", metavar="KIND", type=click.Choice([str(kind) for kind in HistoryKind]))
@click.option("--channel", type=click.Choice([str(channel) for channel in Channel]), help="Over what.")
@click.option("--at", type=When(), help="When, like 2026-12-01 14:00; now if not said.")
@company_option
@data_dir
@as_json
def log_command(
    name: str,
    kind: str,
    channel: str | None,
    at: datetime | None,
    company: str | None,
    folder: Folder,
    as_json: bool,
) -> None:
    """Write down what passed between you and somebody.

    KIND is thank_you, follow_up, comment, message, connect, call, they_wrote or they_connected.
    """
    said = at or datetime.now(UTC)
    with database(folder) as opened, opened.writing() as session:
        row = the_person(session, name, company)
        new = NewInteraction(row.id, HistoryKind(kind), said, Channel(channel) if channel else None)
        shape = plain(shapes.show(interactions.add(session, new)))
        over = f" over {channel}" if channel else ""
        say(shape, f"{row.name}: {kind.replace('_', ' ')}{over}, {spoken(said)}.{doubted(said)}", as_json)


@click.command("trust")
@click.argument("name")
@click.option("--reason", help="Why: an old colleague, they asked you to.")
@click.option("--undo", is_flag=True, help="Take the trust back.")
@company_option
@data_dir
@as_json
def trust_command(
    name: str, reason: str | None, undo: bool, company: str | None, folder: Folder, as_json: bool
) -> None:
    """Trust somebody: nothing towards them is held any more."""
    with database(folder) as opened, opened.writing() as session:
        row = the_person(session, name, company)
        interviewers.trust(row, not undo, None if undo else reason)
        session.flush()
        sentence = f"{row.name} is guarded again." if undo else f"{row.name} is trusted: nothing is held."
        say(plain(show(row)), sentence, as_json)
