"""Where somebody stands, as `poise list` shows it."""

from datetime import datetime
from typing import Any

from poise.api.waiting import speaking, waits
from poise.etiquette.facts import Role
from poise.etiquette.stages import stage_of, waiting_days
from poise.store.dossiers import COMPANY, Known


def standing_of(known: Known, now: datetime) -> dict[str, Any]:
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


def line_of(shape: dict[str, Any]) -> str:
    """One line for people to read."""
    stage = shape["stage"] or "no application"
    days = f", day {shape['days'] + 1}" if shape["days"] is not None else ""
    job = f" ({shape['role']})" if shape["role"] else ""
    words = [shape["name"], f"{shape['company']}{job}", f"{stage}{days}"]
    words += [shape["part"]] if shape["part"] not in (None, Role.INTERVIEWER) else []
    words += ["trusted"] if shape["trusted"] else []
    words += ["their page"] if shape["kind"] == COMPANY else []
    return " · ".join(words)
