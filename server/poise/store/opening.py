"""Opening the database of a data folder: safe, whole, and brought to this version's tables."""

import logging
import sqlite3
from datetime import UTC, datetime

from sqlalchemy import Connection

from poise.config import Folder, Settings
from poise.errors import Exit, PoiseError
from poise.files import secure_file, write_private
from poise.locks import locked
from poise.store import history, snapshots
from poise.store.copying import APPLICATION, beside, look_into
from poise.store.database import Database, ensure_account

SCHEMA = 5  # counts the migrations; kept as SQLite's user_version
log = logging.getLogger("poise")


def open_database(settings: Settings) -> Database:
    """The database of these settings, ready. Exit 3 where it is damaged, 5 where a newer Poise made it."""
    if settings.database is not None:
        return make_ready(settings.database)
    folder = settings.folder
    for file in (folder.database, *beside(folder.database)):
        secure_file(file)
    with locked(folder.path, wait=True):  # of two commands at once, one makes the tables
        database = _opened(folder, _schema_of(folder))
        if not secure_file(folder.initialised):
            write_private(folder.initialised, b"")
        if database.revision() > 0:
            keep_daily(folder)
    return database


def keep_daily(folder: Folder) -> None:
    """Today's snapshot; that it could not be made stops nobody, and is said."""
    try:
        snapshots.take_daily(folder, datetime.now(UTC).date())
    except (OSError, sqlite3.Error) as wrong:
        log.warning("today's snapshot could not be made (%s): is the disk full?", type(wrong).__name__)


def make_ready(url: str) -> Database:
    """A database brought to this version's tables, with the account in it."""
    history.watch()
    database = Database(url)
    try:
        with database.engine.begin() as connection:
            _migrate(connection)
            if database.engine.dialect.name == "sqlite":
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
                connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
        ensure_account(database)
    except Exception:
        database.close()
        raise
    return database


def _opened(folder: Folder, schema: int) -> Database:
    url = f"sqlite:///{folder.database}"
    if schema == SCHEMA:
        history.watch()
        return Database(url)
    if schema:
        _keep_before_migration(folder, schema)
    return make_ready(url)


def _keep_before_migration(folder: Folder, schema: int) -> None:
    try:
        snapshots.take_before_migration(folder, schema)
    except (OSError, sqlite3.Error) as wrong:
        raise PoiseError(
            f"The data in {folder.path} are of an older Poise, and no copy can be made before they are changed"
            f" ({wrong}): make room on the disk, then try again."
        ) from wrong


def _schema_of(folder: Folder) -> int:
    """The schema number of a database found whole, 0 where a new one is to be made."""
    path = folder.database
    if not secure_file(path) or path.stat().st_size == 0:
        if secure_file(folder.initialised):
            raise _needs_restore(folder, "is empty or gone")
        return 0
    try:
        found = look_into(path)
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
    return found.schema


def _needs_restore(folder: Folder, what: str) -> PoiseError:
    return PoiseError(
        f"The database {folder.database} {what}: `poise restore FILE` brings a backup back.",
        Exit.NEEDS_RESTORE,
    )


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "poise.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
