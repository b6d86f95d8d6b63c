"""Opening the database of a data folder: safe, whole, and brought to this version's tables."""

import sqlite3
from contextlib import closing

from sqlalchemy import Connection

from poise.config import Folder, Settings
from poise.errors import Exit, PoiseError
from poise.files import secure_file, write_private
from poise.locks import locked
from poise.store.database import Database, ensure_account

APPLICATION = 0x506F6973  # "Pois", in the header of every SQLite file of ours
SCHEMA = 3  # counts the migrations; kept as SQLite's user_version


def open_database(settings: Settings) -> Database:
    """The database of these settings, ready. Exit 3 where it is damaged, 5 where a newer Poise made it."""
    if settings.database is not None:
        return _ready(Database(settings.database))
    folder = settings.folder
    for beside in ("", "-wal", "-shm"):
        secure_file(folder.database.with_name(folder.database.name + beside))
    with locked(folder.path, wait=True):  # of two commands at once, one makes the tables
        found = _schema_of(folder)
        database = Database(f"sqlite:///{folder.database}")
        if found < SCHEMA:
            _ready(database)
        if not secure_file(folder.initialised):
            write_private(folder.initialised, b"")
    return database


def _schema_of(folder: Folder) -> int:
    """The schema number of a database found whole, 0 where a new one is to be made."""
    path = folder.database
    if not secure_file(path) or path.stat().st_size == 0:
        if secure_file(folder.initialised):
            raise _needs_restore(folder, "is empty or gone")
        return 0
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            application, schema, check, tables = (
                connection.execute(query).fetchone()[0]
                for query in (
                    "PRAGMA application_id",
                    "PRAGMA user_version",
                    "PRAGMA quick_check",
                    "SELECT count(*) FROM sqlite_master",
                )
            )
    except sqlite3.OperationalError as wrong:  # not the data: the disk, or somebody who holds it
        raise PoiseError(
            f"The data in {folder.path} cannot be used just now ({wrong}): is the disk full? Then try again."
        ) from wrong
    except sqlite3.DatabaseError as wrong:
        raise _needs_restore(folder, "is damaged") from wrong
    if not application and not tables and not secure_file(folder.initialised):
        return 0  # a first start was cut off before it had made anything
    if application != APPLICATION or check != "ok":
        raise _needs_restore(folder, "is damaged")
    if schema > SCHEMA:
        raise PoiseError(f"A newer Poise made {path}: update this one.", Exit.NEWER_DATA)
    return int(schema)


def _needs_restore(folder: Folder, what: str) -> PoiseError:
    return PoiseError(
        f"The database {folder.database} {what}: `poise restore FILE` brings a backup back.",
        Exit.NEEDS_RESTORE,
    )


def _ready(database: Database) -> Database:
    """Bring the tables to this version and make sure that the account is there."""
    with database.engine.begin() as connection:
        _migrate(connection)
        if database.engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
    ensure_account(database)
    return database


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "poise.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
