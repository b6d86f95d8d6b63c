"""Whether the database of a data folder is whole and ours: asked of SQLite itself, before anything works on it."""

import os
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from poise.config import Folder, Settings
from poise.errors import Exit, PoiseError
from poise.files import secure_file
from poise.locks import locked
from poise.store.copying import APPLICATION, Found, beside, look_into, settle, take_back

if TYPE_CHECKING:
    from poise.store.database import Database

SCHEMA = 6  # counts the migrations; kept as SQLite's user_version


def opening(settings: Settings) -> "Callable[[], Database]":
    """What opens the database later; what is wrong with it is raised now, and tables are made or changed now."""
    if settings.database is None:
        with locked(settings.folder.path, wait=True):
            if schema_of(settings.folder) == SCHEMA:
                settle(settings.folder.database)
                return partial(_open_sound, settings.folder)
    from poise.store.opening import open_database

    database = open_database(settings)
    return lambda: database


def schema_of(folder: Folder) -> int:
    """The schema number of a database found whole, 0 where a new one is to be made.

    Exit 3 where it is damaged, 5 where a newer Poise made it, 6 where others could have changed it.
    """
    path = folder.database
    for file in (path, *beside(path), folder.initialised):
        secure_file(file)
    if not secure_file(path) or path.stat().st_size == 0:
        if secure_file(folder.initialised):
            raise _needs_restore(folder, "is empty or gone")
        return 0
    try:
        found = _looked(path)
    except sqlite3.OperationalError as wrong:  # not the data: the disk, or somebody who holds it
        raise PoiseError(
            f"The data in {folder.path} cannot be used just now ({wrong}): is the disk full? Then try again."
        ) from wrong
    except sqlite3.DatabaseError as wrong:
        raise _needs_restore(folder, "is damaged") from wrong
    if not found.application and not found.tables and not secure_file(folder.initialised):
        return 0  # a first start was cut off before it had made anything
    if found.application != APPLICATION or not found.whole:
        raise _needs_restore(folder, "is damaged")
    if found.schema > SCHEMA:
        raise PoiseError(f"A newer Poise made {path}: update this one.", Exit.NEWER_DATA)
    if not os.access(path, os.W_OK):
        raise PoiseError(f"{path} cannot be written to: say `chmod 600 {path}`, then try again.")
    return found.schema


def _looked(path: Path) -> Found:
    """What was cut off while it had SQLite's journal beside it is taken back first, which only a writer can do."""
    try:
        return look_into(path)
    except sqlite3.OperationalError as wrong:
        if wrong.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
            raise
    take_back(path)
    return look_into(path)


def _open_sound(folder: Folder) -> "Database":
    from poise.store.opening import open_sound

    return open_sound(folder, SCHEMA)


def _needs_restore(folder: Folder, what: str) -> PoiseError:
    return PoiseError(
        f"The database {folder.database} {what}: `poise restore FILE` brings a backup back.",
        Exit.NEEDS_RESTORE,
    )
