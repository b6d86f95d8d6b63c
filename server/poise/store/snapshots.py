"""Copies that Poise makes by itself: one a day, of which seven days and four weeks stay; one before a migration."""

import logging
import re
import sqlite3
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from poise.config import Folder
from poise.files import secure_folder
from poise.store.copying import copy

DAYS, WEEKS = 7, 4
DAILY = re.compile(r"(\d{4}-\d\d-\d\d)\.sqlite")
BEFORE = "before-schema-{}.sqlite"
log = logging.getLogger("poise")


def take_daily(folder: Folder, today: date) -> Path | None:
    """Today's snapshot, unless it is there already; what is older than is kept goes. Raises OSError, sqlite3.Error."""
    target = folder.snapshots / f"{today}.sqlite"
    if target.exists():
        return None
    secure_folder(folder.snapshots)
    copy(folder.database, target)
    _prune(folder)
    return target


def keep_daily(folder: Folder) -> None:
    """Today's snapshot; that it could not be made stops nobody, and is said."""
    try:
        take_daily(folder, datetime.now(UTC).date())
    except (OSError, sqlite3.Error) as wrong:
        log.warning("today's snapshot could not be made (%s): is the disk full?", type(wrong).__name__)


def take_before_migration(folder: Folder, schema: int) -> Path:
    """What the data are before they are migrated away from `schema`. Raises OSError, sqlite3.Error."""
    target = folder.snapshots / BEFORE.format(schema)
    secure_folder(folder.snapshots)
    copy(folder.database, target, over=True)
    return target


def newest_first(folder: Folder) -> list[Path]:
    """All snapshots, by when they were written."""
    found = folder.snapshots.glob("*.sqlite") if folder.snapshots.is_dir() else ()
    return sorted(found, key=lambda path: path.stat().st_mtime_ns, reverse=True)


def forget(folder: Folder) -> None:
    """Take away all snapshots, and what a restore laid aside: they hold what is to be forgotten."""
    for path in (*newest_first(folder), *folder.path.glob("replaced-*")):
        path.unlink()


def to_keep(days: Iterable[date]) -> set[date]:
    """Of these days the newest seven, and of those before them the newest of each of four weeks."""
    newest = sorted(days, reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    for day in newest[DAYS:]:
        weeks.setdefault(day.isocalendar()[:2], day)
    return {*newest[:DAYS], *list(weeks.values())[:WEEKS]}


def _prune(folder: Folder) -> None:
    found = {
        date.fromisoformat(m[1]): path for path in newest_first(folder) if (m := DAILY.fullmatch(path.name))
    }
    for day in found.keys() - to_keep(found):
        found[day].unlink()
