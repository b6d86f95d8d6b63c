"""Where everybody stands, from a terminal: `poise list`."""

from datetime import UTC, datetime
from typing import Any

import click

from poise.api.waiting import speaking, waits
from poise.cli.data import database
from poise.cli.options import as_json, data_dir, say
from poise.config import Folder
from poise.etiquette.facts import Role
from poise.etiquette.stages import stage_of, waiting_days
from poise.store import dossiers, searching
from poise.store.dossiers import COMPANY, Known

NOBODY = "Nobody is tracked yet: begin with `poise add`."


@click.command("list")
@click.option("--search", "query", metavar="WORDS", help="Only whom these beginnings of words find.")
@data_dir
@as_json
def list_command(query: str | None, folder: Folder, as_json: bool) -> None:
    """List everybody tracked, and where they stand. Those who still have to decide come first."""
    now = datetime.now(UTC)
    with database(folder) as opened, opened.reading() as session:
        everybody = [*dossiers.people(session), *dossiers.companies(session)]
        if query is not None:
            found = {one.id for one in searching.matching(searching.documents(session), query)}
            everybody = [known for known in everybody if known.id in found]
    shapes = [_standing(known, now) for known in everybody]
    shapes.sort(key=lambda shape: (not shape["waiting"], shape["company"], shape["name"]))
    lines = [_line(shape) for shape in shapes]
    nobody = NOBODY if query is None else "Nobody is found by that."
    say(shapes, "\n".join(lines) or nobody, as_json)


def _standing(known: Known, now: datetime) -> dict[str, Any]:
    """Who it is, and their stage; `days`: whole days since the last interview, null unless awaiting."""
    application = speaking(known, now)
    interviewer = known.dossier.interviewer
    return {
        "id": known.id,
        "kind": known.kind,
        "name": known.name,
        "company": application.company if application else "",
        "role": application.role if application else None,
        "part": application.part if application and interviewer else None,
        "stage": stage_of(application, now) if application else None,
        "days": waiting_days(application, now) if application else None,
        "waiting": interviewer is not None and waits(known, now),
        "trusted": interviewer is not None and interviewer.trusted,
        "identities": known.identities,
    }


def _line(shape: dict[str, Any]) -> str:
    """One line for people to read."""
    stage = shape["stage"] or "no application"
    days = f", day {shape['days'] + 1}" if shape["days"] is not None else ""
    job = f" ({shape['role']})" if shape["role"] else ""
    words = [shape["name"], *([f"{shape['company']}{job}"] if shape["company"] else []), f"{stage}{days}"]
    words += [shape["part"]] if shape["part"] not in (None, Role.INTERVIEWER) else []
    words += ["trusted"] if shape["trusted"] else []
    words += ["their page"] if shape["kind"] == COMPANY else []
    return " · ".join(words)
