"""Bringing a backup back: into the data that are there, beside a running service too, or in the place of damaged ones."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from poise.config import Folder, Settings
from poise.errors import Exit, PoiseError
from poise.locks import locked
from poise.store import snapshots
from poise.store.copying import believe
from poise.store.opening import open_database
from poise.store.pouring import pour
from poise.store.replacing import replace
from poise.store.soundness import SCHEMA, schema_of

UNREADABLE = (Exit.NEEDS_RESTORE, Exit.NEWER_DATA)


@dataclass(frozen=True, slots=True)
class Restored:
    """`aside`: where what was there before is now; `connected`: whether the browsers that were connected still are."""

    aside: Path | None
    connected: bool


def restore(folder: Folder, source: Path) -> Restored:
    """Put the data of `source` in the place of what is there; a key that was taken away does not come back with them.

    PoiseError where `source` is not a whole backup that can be read, exit 4 where the data cannot be read and a
    service holds them; then nothing is changed.
    """
    if not _are_data(folder):
        return Restored(replace(folder, source), connected=False)
    with closing(open_database(Settings(folder))) as database:
        return Restored(pour(folder, database, source), connected=True)


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


def _are_data(folder: Folder) -> bool:
    """Whether there are data that we can read."""
    try:
        with locked(folder.path, wait=True):
            return schema_of(folder) > 0
    except PoiseError as wrong:
        if wrong.exit_code not in UNREADABLE:
            raise
        return False
