"""A database of ours as one file: looked into before it is believed, copied whole."""

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from poise.errors import Exit, PoiseError, sentence
from poise.files import AS_IT_IS, to_disk, want_free

APPLICATION = 0x506F6973  # "Pois", in the header of every SQLite file of ours
BESIDE = ("-wal", "-shm", "-journal")
QUESTIONS = (
    "PRAGMA application_id",
    "PRAGMA user_version",
    "SELECT count(*) FROM sqlite_master",
    "SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')",
    "PRAGMA quick_check",
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a file says of itself. `active`: triggers and views, of which ours has none."""

    application: int
    schema: int
    tables: int
    active: int
    check: str

    @property
    def ours(self) -> bool:
        return self.application == APPLICATION and not self.active

    @property
    def whole(self) -> bool:
        return self.check == "ok"


def beside(path: Path) -> list[Path]:
    """The files that SQLite may keep beside a database."""
    return [path.with_name(path.name + ending) for ending in BESIDE]


def look_into(path: Path) -> Found:
    """Raises sqlite3.OperationalError where it cannot be read now, DatabaseError where it is damaged."""
    with closing(_reading(path)) as connection:
        return Found(*(connection.execute(question).fetchone()[0] for question in QUESTIONS))


def settle(path: Path) -> None:
    """Bring everything into the one file: who only looks into it leaves SQLite's own files beside it."""
    with suppress(sqlite3.OperationalError), closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def take_back(path: Path) -> None:
    """Undo a change that was cut off, as its journal beside it says. Raises sqlite3.Error."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master")


def copy(source: Path, target: Path, over: bool = False) -> None:
    """A whole copy at `target`, 0600, all in one file: there once it is complete and on the disk.

    Raises FileExistsError where there is something already, unless `over`; OSError, sqlite3.Error otherwise.
    """
    if not over:
        want_free(target)
    draft = target.with_name(f"{target.name}.{os.getpid()}.draft")
    try:
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | AS_IT_IS, 0o600))
        with closing(_reading(source)) as old, closing(sqlite3.connect(draft)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")
        to_disk(draft)
        draft.replace(target)
        to_disk(target.parent)
    finally:
        for left in (draft, *beside(draft)):
            left.unlink(missing_ok=True)


def believe(path: Path, newest: int) -> Found:
    """What a file given to us is; PoiseError for what is not a whole database of ours that we can read."""
    if not path.is_file():
        raise PoiseError(f"There is no file {path}.")
    try:
        found = look_into(path)
    except sqlite3.OperationalError as wrong:
        raise PoiseError(f"{path} cannot be read ({wrong}).") from wrong
    except sqlite3.DatabaseError as wrong:
        raise PoiseError(sentence("backup_damaged", path=path)) from wrong
    if not found.ours:
        raise PoiseError(f"{path} is no backup of Poise: choose one that `poise backup` made.")
    if found.schema > newest:
        raise PoiseError(sentence("newer_backup", path=path), Exit.NEWER_DATA)
    if not found.whole:
        raise PoiseError(sentence("backup_broken", path=path))
    return found


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
