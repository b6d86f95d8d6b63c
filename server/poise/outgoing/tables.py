"""Tables for a spreadsheet: CSV in UTF-8, in which no cell is ever taken for a formula."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from poise.cells import harmless
from poise.store import rows
from poise.store.models import Application, Part

BOM = "\ufeff"  # so that a spreadsheet takes it for UTF-8
OVERVIEW = (
    "company", "role", "applied_on", "first_interview", "last_interview", "outcome", "outcome_at", "archived",
    "person", "part", "headline", "trusted", "profiles", "application_notes", "person_notes",
)  # fmt: skip
MADE = (1980, 1, 1, 0, 0, 0)  # the same data give the same bytes


def overview(session: Session) -> bytes:
    """One row for each application and person in it."""
    found = session.scalars(select(Application).order_by(Application.id))
    lines = [_line(row, part) for row in found for part in (*row.parts, *([] if row.parts else [None]))]
    return _csv(OVERVIEW, lines)


def all_tables(session: Session) -> bytes:
    """A zip with one CSV for each table, every column of it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(rows.NAMES):
            columns = [column.name for column in rows.columns_of(name)]
            listed = [rows.encoded(name, row) for row in rows.everything(session, name)]
            content = _csv(columns, ([row[column] for column in columns] for row in listed))
            archive.writestr(zipfile.ZipInfo(f"{name}.csv", MADE), content)
    return file.getvalue()


def safe(value: Any) -> str:
    """A cell's text; what a spreadsheet would run gets an apostrophe before it, but for a number."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return json.dumps(value)
    return harmless(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _csv(columns: Sequence[str], lines: Iterable[Sequence[Any]]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([safe(value) for value in line] for line in lines)
    return (BOM + file.getvalue()).encode()


def _line(row: Application, part: Part | None) -> list[Any]:
    person = part.interviewer if part else None
    times = [interview.starts for interview in row.interviews]
    profiles = sorted(one.value for one in person.identities if not one.denied) if person else []
    return [
        row.company.name, row.role, row.applied_on and str(row.applied_on), _at(min(times, default=None)),
        _at(max(times, default=None)), row.outcome, _at(row.outcome_at), row.archived,
        person and person.name, part and part.part, person and person.headline, person and person.trusted,
        " ".join(profiles), row.notes, person and person.notes,
    ]  # fmt: skip


def _at(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat(timespec="minutes") if moment else None
