"""A backup in the place of data that cannot be read, or are not there yet: made ready beside them, then put there at once."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from alembic.util import CommandError
from sqlalchemy import delete
from sqlalchemy.exc import SQLAlchemyError

from poise.config import Folder
from poise.errors import PoiseError
from poise.files import read_private, to_disk, write_private
from poise.locks import locked
from poise.store.copying import believe, beside, copy, look_into
from poise.store.models import Browser
from poise.store.opening import make_ready
from poise.store.soundness import SCHEMA


def replace(folder: Folder, source: Path) -> Path | None:
    """Put `source` in the place of the database; where that was laid aside, if there was any.

    Which browsers were connected nobody can say any more, so none is. PoiseError where `source` is not a whole
    backup that can be read; then nothing is changed.
    """
    believe(source, SCHEMA)
    with _alone(folder), locked(folder.path, wait=True):
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


@contextmanager
def _alone(folder: Folder) -> Iterator[None]:
    """No service on this folder as long as the block lasts: under it no file can be put in another's place."""
    try:
        handle = folder.hold()
    except PoiseError as wrong:
        running = folder.running()
        how = f" (`kill {running.pid}`)" if running else ""
        raise PoiseError(
            f"{wrong} They cannot be read: end it first{how}, then try again.", wrong.exit_code
        ) from wrong
    try:
        yield
    finally:
        os.close(handle)


def prepare(source: Path, ready: Path) -> None:
    """A copy of the backup, with this version's tables; without its keys, whoever put them there."""
    try:
        copy(source, ready)
        with closing(make_ready(f"sqlite:///{ready}")) as database, database.engine.begin() as connection:
            connection.execute(delete(Browser))
        with closing(sqlite3.connect(ready)) as plain:
            plain.execute("PRAGMA journal_mode = DELETE")
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
