"""Opening the database of a data folder: safe, whole, and brought to this version's tables."""

import sqlite3

from sqlalchemy import Connection, make_url
from sqlalchemy.exc import NoSuchModuleError, OperationalError

from poise.config import Folder, Settings
from poise.errors import PoiseError
from poise.files import secure_file, write_private
from poise.locks import locked
from poise.store import history, snapshots
from poise.store.copying import APPLICATION
from poise.store.database import Database, ensure_account
from poise.store.soundness import SCHEMA, schema_of


def open_database(settings: Settings) -> Database:
    """The database of these settings, ready. Exit 3 where it is damaged, 5 where a newer Poise made it."""
    if settings.database is not None:
        return _reached(settings.database)
    with locked(settings.folder.path, wait=True):  # of two commands at once, one makes the tables
        return open_sound(settings.folder, schema_of(settings.folder))


def open_sound(folder: Folder, schema: int) -> Database:
    """The database of a folder that was just found to be of this schema (0: there is none yet)."""
    database = _opened(folder, schema)
    if not secure_file(folder.initialised):
        write_private(folder.initialised, b"")
    if database.revision() > 0:
        snapshots.keep_daily(folder)
    return database


def make_ready(url: str) -> Database:
    """A database brought to this version's tables, with the account in it: all of it or nothing."""
    history.watch()
    database = Database(url)
    try:
        with database.engine.begin() as connection:
            _migrate(connection)
            ensure_account(connection, database.owner)
            if database.engine.dialect.name == "sqlite":
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
                connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
    except Exception:
        database.close()
        raise
    return database


def _reached(url: str) -> Database:
    """A database that is not ours to make; a PoiseError where it is not to be had."""
    place = make_url(url).render_as_string(hide_password=True)
    try:
        return make_ready(url)
    except (ModuleNotFoundError, NoSuchModuleError) as wrong:
        raise PoiseError(
            f"Nothing here can speak to {place}: Poise knows postgresql+psycopg://, with its extra “postgresql” installed."
        ) from wrong
    except OperationalError as wrong:
        raise PoiseError(
            f"The database at {place} lets nobody in: see that it runs there, and that user, password and name are right."
        ) from wrong


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


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "poise.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
