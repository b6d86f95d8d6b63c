"""Data in, from a terminal: `poise import`."""

import sys
from pathlib import Path

import click

from poise.api.importing import ImportWishes, shown, take_chosen, wishes_of
from poise.api.wire import plain
from poise.cli.data import database
from poise.cli.options import as_json, data_dir, say
from poise.cli.previews import bar, ended, told
from poise.cli.printing import show
from poise.config import Folder
from poise.errors import Exit, PoiseError
from poise.intake.dates import Order
from poise.intake.offers import Preview
from poise.intake.reading import preview_of
from poise.intake.tables import cap
from poise.intake.upload import Upload
from poise.sites.sitemap import load
from poise.store.naming import new_id


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--yes", is_flag=True, help="Take it without asking.")
@click.option("--all", "everything", is_flag=True, help="With what leaves a doubt (marked ?), too.")
@click.option(
    "--row", "rows", multiple=True, metavar="ID", help="Take this row of the preview, and such alone."
)
@click.option("--company", help="Whose interviews these are, where the file does not say.")
@click.option("--me", multiple=True, metavar="ADDRESS", help="Your own mail address; it is remembered.")
@click.option("--map", "pairs", multiple=True, metavar="FIELD=HEADER", help="What a column of a table is.")
@click.option("--mapping", metavar="NAME", help="Keep these columns by this name, or use them again.")
@click.option("--dates", type=click.Choice([str(one) for one in Order]), help="Day or month first: 3/5/26.")
@data_dir
@as_json
@click.pass_context
def import_command(
    ctx: click.Context,
    file: Path,
    yes: bool,
    everything: bool,
    rows: tuple[str, ...],
    company: str | None,
    me: tuple[str, ...],
    pairs: tuple[str, ...],
    mapping: str | None,
    dates: str | None,
    folder: Folder,
    as_json: bool,
) -> None:
    """Take in FILE: a calendar, an archive, a table, an export.

    A calendar ends in .ics; LinkedIn's archive may be the .zip or one of its CSVs; a tracker's table is a .csv,
    Poise's own export a .json. Shows what it would do, and asks; without a terminal it changes nothing unless --yes is said.
    """
    asked = ImportWishes(
        company=company,
        dates=Order(dates) if dates else None,
        me=[_address(one) for one in me],
        map=dict(map(_pair, pairs)),
        mapping=mapping,
    )
    maps = load()
    with database(folder) as opened:
        with opened.reading() as session, bar("Reading") as progress:
            wishes = wishes_of(session, maps, asked, progress)
            preview = preview_of(session, Upload(file.name, _content(file)), wishes)
        chosen, taken = _chosen(preview, everything, rows, company), 0
        if not as_json:
            show(told(shown(new_id(), preview, "en"), set(chosen)))
        if chosen and (yes or (not as_json and _confirmed(len(chosen)))):
            with opened.writing() as session, bar("Writing") as progress:
                wishes = wishes_of(session, maps, asked, progress)
                taken = len(take_chosen(session, preview, asked, chosen, wishes))
    message = plain(shown(new_id(), preview, "en")) if as_json else {}
    say(message | {"taken": taken}, ended(len(preview.rows), len(chosen), taken), as_json)
    ctx.exit(Exit.NO if preview.rows and not taken else Exit.DONE)


def _content(file: Path) -> bytes:
    most = cap("file", "bytes")
    with file.open("rb") as source:
        data = source.read(most + 1)
    if len(data) > most:
        raise PoiseError(f"{file.name}: it is larger than {most >> 20} MB.")
    return data


def _address(text: str) -> str:
    name, at, domain = text.strip().lower().partition("@")
    if not name or not at or "." not in domain or " " in text.strip():
        raise PoiseError(f"{text!r} is no mail address.")
    return f"{name}@{domain}"


def _pair(text: str) -> tuple[str, str]:
    field, is_pair, header = (part.strip() for part in text.partition("="))
    if not is_pair or not field or not header:
        raise PoiseError(f"{text!r} does not say what a column is: write it like company=Firma.")
    return field, header


def _chosen(
    preview: Preview, everything: bool, rows: tuple[str, ...], company: str | None
) -> dict[str, str | None]:
    """What is to be taken: the rows named, or all, or those that leave no doubt."""
    if rows:
        unknown = set(rows) - {row.id for row in preview.rows}
        if unknown:
            raise PoiseError(f"There is no row {min(unknown)}: `poise import FILE --json` lists them.")
        return dict.fromkeys(rows, company)
    nameless = {row.id for row in preview.rows if row.doubt == "no_company"}
    wanted = (row.id for row in preview.rows if row.chosen or (everything and row.id not in nameless))
    return dict.fromkeys(wanted, None)


def _confirmed(count: int) -> bool:
    return sys.stdin.isatty() and click.confirm(f"Take {'it' if count == 1 else f'these {count}'}?")
