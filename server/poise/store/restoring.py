"""Bringing a backup back: looked through and migrated beside the data first, then put in their place at once."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from alembic.util import CommandError
from sqlalchemy.exc import SQLAlchemyError

from poise.config import Folder
from poise.errors import Exit, PoiseError
from poise.files import read_private, write_private
from poise.locks import locked
from poise.store import snapshots
from poise.store.copying import believe, beside, copy, look_into, to_disk
from poise.store.opening import make_ready
from poise.store.soundness import SCHEMA


def restore(folder: Folder, source: Path) -> Path | None:
    """Put the data of `source` in the place of what is there; where that was laid aside, if there was any.

    PoiseError where `source` is not a whole backup that can be read; then nothing is changed.
    """
    believe(source, SCHEMA)
    with folder.locked(), locked(folder.path, wait=True):
        ready = folder.database.with_name("poise.restoring")
        clear(ready)
        try:
            prepare(source, ready)
            aside = _lay_aside(folder)
            _clear_beside(folder.database)
            ready.replace(folder.database)
            to_disk(folder.path)
        finally:
            clear(ready)
        write_private(folder.initialised, b"")
    return aside


def newest_good(folder: Folder) -> Path:
    """The newest of our own snapshots that is whole; PoiseError where there is none."""
    for path in snapshots.newest_first(folder):
        try:
            believe(path, SCHEMA)
        except PoiseError:
            continue
        return path
    raise PoiseError(
        f"There is no snapshot in {folder.snapshots}: name the backup, `poise restore FILE`.", Exit.BAD_INPUT
    )


def prepare(source: Path, ready: Path) -> None:
    """A copy of the backup, with this version's tables."""
    try:
        copy(source, ready)
        make_ready(f"sqlite:///{ready}").close()
        with closing(sqlite3.connect(ready)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except (sqlite3.Error, OSError, SQLAlchemyError, CommandError) as wrong:
        raise PoiseError(
            f"This backup cannot be brought back ({type(wrong).__name__}); nothing was changed."
        ) from wrong


def aside_of(folder: Folder) -> Path:
    """A name of its own for what is about to be replaced."""
    return folder.path / f"replaced-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}.sqlite"


def _lay_aside(folder: Folder) -> Path | None:
    """Keep what is there now under a name of its own: as one file if it is whole, else byte for byte."""
    path = folder.database
    if not path.exists() or path.stat().st_size == 0:
        return None
    aside = aside_of(folder)
    if _is_ours_and_whole(path):
        copy(path, aside)
        return aside
    for old in (path, *beside(path)):
        content = read_private(old)
        if content is not None:
            write_private(aside.with_name(old.name.replace(path.name, aside.name)), content)
    return aside


def _is_ours_and_whole(path: Path) -> bool:
    try:
        found = look_into(path)
        return found.ours and found.whole
    except sqlite3.DatabaseError:
        return False


def _clear_beside(path: Path) -> None:
    """A log of the old data would be read into the new ones."""
    for left in beside(path):
        left.unlink(missing_ok=True)
    to_disk(path.parent)


def clear(path: Path) -> None:
    """Take away a database that was only made to be copied."""
    path.unlink(missing_ok=True)
    _clear_beside(path)
