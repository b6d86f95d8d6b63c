"""The database behind the commands."""

from collections.abc import Iterator
from contextlib import contextmanager

from poise.config import Folder, Settings
from poise.store.database import Database
from poise.store.opening import open_database


@contextmanager
def database(folder: Folder) -> Iterator[Database]:
    """The database of a folder, also while the service runs on it."""
    opened = open_database(Settings(folder))
    try:
        yield opened
    finally:
        opened.close()
