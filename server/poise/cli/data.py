"""The database behind the commands, and the language that it has them answer in."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from poise.config import Folder, Settings
from poise.errors import PoiseError
from poise.etiquette.words import LANGUAGES
from poise.store import settings
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


def language_of(session: Session, asked: str | None = None) -> str:
    """The one asked for, else the one of the settings."""
    said: str = asked or settings.stored(session).get("language", LANGUAGES[0])
    return said
