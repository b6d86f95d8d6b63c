"""The backups that lie in the data folder: those that Poise made by itself, those made by hand, and what was replaced."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from poise.config import Folder
from poise.errors import Missing, sentence
from poise.files import secure_folder
from poise.store import snapshots
from poise.store.copying import copy

Kind = Literal["daily", "before_update", "by_hand", "replaced"]
KINDS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (snapshots.DAILY, "daily"),
    (re.compile(r"before-schema-\d+\.sqlite"), "before_update"),
    (re.compile(r"replaced-.*"), "replaced"),
)
BY_HAND = "by-hand-{:%Y%m%dT%H%M%S.%fZ}.sqlite"


@dataclass(frozen=True, slots=True)
class Backup:
    """One file; `made_at` is when it was written, `size` in bytes."""

    path: Path
    kind: Kind
    made_at: datetime
    size: int


def listed(folder: Folder) -> list[Backup]:
    """All of them, the newest first."""
    return sorted(map(described, _paths(folder)), key=lambda one: one.made_at, reverse=True)


def named(folder: Folder, name: str) -> Path:
    """The backup of this name; Missing where it is none of those listed."""
    for path in _paths(folder):
        if path.name == name:
            return path
    raise Missing(sentence("backup_gone"))


def take(folder: Folder) -> Backup:
    """One made by hand, which no other ever takes the place of. Raises OSError, sqlite3.Error."""
    target = folder.snapshots / BY_HAND.format(datetime.now(UTC))
    secure_folder(folder.snapshots)
    copy(folder.database, target)
    return described(target)


def described(path: Path) -> Backup:
    found = path.stat()
    kinds = (kind for pattern, kind in KINDS if pattern.fullmatch(path.name))
    return Backup(path, next(kinds, "by_hand"), datetime.fromtimestamp(found.st_mtime, UTC), found.st_size)


def _paths(folder: Folder) -> Iterator[Path]:
    for path in (*snapshots.newest_first(folder), *folder.path.glob("replaced-*.sqlite")):
        if not path.is_symlink():
            yield path
