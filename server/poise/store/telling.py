"""What a change was, in one word, and whom it was about."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from poise.store import recording

Rows = Sequence[dict[str, Any]]
CONTACTS = ("contact_added", "contact_removed")
MOST = 3  # names that are kept of one change


def _added(table: str, most: int | None = None) -> Callable[[Rows], bool]:
    def fits(rows: Rows) -> bool:
        count = sum(row["table"] == table and row["before"] is None for row in rows)
        return count > 0 and (most is None or count <= most)

    return fits


def _removed(table: str) -> Callable[[Rows], bool]:
    return lambda rows: any(row["table"] == table and row["after"] is None for row in rows)


def _column(table: str, *columns: str) -> Callable[[Rows], bool]:
    """Whether one of these columns became another."""

    def became(row: dict[str, Any]) -> bool:
        before, after = row["before"], row["after"]
        return bool(before and after) and any(before.get(name) != after.get(name) for name in columns)

    return lambda rows: any(row["table"] == table and became(row) for row in rows)


KINDS: dict[str, Callable[[Rows], bool]] = {
    "outcome": _column("applications", "outcome", "outcome_at"),
    "archived": _column("applications", "archived"),
    "trusted": _column("interviewers", "trusted"),
    "person_added": _added("interviewers", 1),
    "people_added": _added("interviewers"),
    "person_removed": _removed("interviewers"),
    "application_added": _added("applications"),
    "application_removed": _removed("applications"),
    "interview_moved": _column("interviews", "starts", "ends"),
    "interview_added": _added("interviews"),
    "interview_cancelled": _removed("interviews"),
    "contact_added": _added("interactions"),
    "contact_removed": _removed("interactions"),
    "notes": lambda rows: any(_column(table, "notes")(rows) for table in ("applications", "interviewers")),
}


def kind_of(rows: Rows) -> str:
    return next((kind for kind, fits in KINDS.items() if fits(rows)), "changed")


def contact_of(rows: Rows) -> tuple[str, str | None] | None:
    """Kind and channel of the contacts that a change was about; none where they differ."""
    said = [row["after"] or row["before"] for row in rows if row["table"] == "interactions"]
    found = {(one["kind"], one.get("channel")) for one in said}
    return found.pop() if len(found) == 1 else None


def names_of(session: Session, rows: Rows) -> list[str]:
    """The people and companies that a change was about, by name; the first few."""
    people = _mentioned(session, rows, "interviewers", "interviewer_id")
    known = _mentioned(session, rows, "companies", "company_id")
    held = _ids(rows, "application_id")
    for key in held - {row["after"]["id"] for row in rows if row["table"] == "applications" and row["after"]}:
        for found in recording.rows_at(session, "applications", [(UUID(key),)]).values():
            company = recording.rows_at(session, "companies", [(found["company_id"],)])
            known |= dict.fromkeys(one["name"] for one in company.values())
    return [*list(people)[:MOST], *list(known)[:MOST]]


def _mentioned(session: Session, rows: Rows, table: str, column: str) -> dict[str, None]:
    """The names in the rows of this table; or, where there are none, of those that the others link to."""
    own = [(row["after"] or row["before"])["name"] for row in rows if row["table"] == table]
    if own:
        return dict.fromkeys(own)
    keys = [(UUID(key),) for key in sorted(_ids(rows, column))[:MOST]]
    return dict.fromkeys(row["name"] for row in recording.rows_at(session, table, keys).values())


def _ids(rows: Rows, column: str) -> set[str]:
    found = {(row["after"] or row["before"]).get(column) for row in rows}
    return {one for one in found if one}
