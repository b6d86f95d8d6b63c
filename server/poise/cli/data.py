"""The database behind the commands."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy.exc import OperationalError

from poise.config import Folder, Settings
from poise.errors import PoiseError
from poise.store.database import Database
from poise.store.opening import open_database

ELSEWHERE = "POISE_DATABASE"  # the URL of a database other than the file in the folder


@contextmanager
def database(folder: Folder) -> Iterator[Database]:
    """The database of a folder, also while the service runs on it."""
    try:
        with closing(open_database(Settings(folder, database=os.environ.get(ELSEWHERE)))) as opened:
            yield opened
    except OperationalError as wrong:
        raise PoiseError(f"The data in {folder.path} cannot be used now: {wrong.orig}.") from wrong
