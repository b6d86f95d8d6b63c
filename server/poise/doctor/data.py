"""The database of a data folder, looked at without opening it for use: not even a file beside it is made."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from time import monotonic
from typing import Any

from poise.config import Folder
from poise.store.copying import APPLICATION
from poise.store.soundness import SCHEMA

SECONDS = 10  # for a look through all of a large database
STEPS = 100_000


class State(StrEnum):
    NONE = "none"
    WHOLE = "whole"
    DAMAGED = "damaged"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class Data:
    """`browsers`: how many are paired. `language`: the one of the settings, where the user chose one."""

    state: State
    browsers: int = 0
    language: str | None = None


def look_at(folder: Folder) -> Data:
    """What is in the database. Raises TimeoutError where looking through it takes too long."""
    path = folder.database
    if not path.is_file() or path.stat().st_size == 0:
        return Data(State.DAMAGED if folder.initialised.is_file() else State.NONE)
    try:
        with closing(_reading(path)) as connection:
            return _seen(connection, begun=folder.initialised.is_file())
    except sqlite3.OperationalError as wrong:
        if wrong.sqlite_errorname == "SQLITE_INTERRUPT":
            raise TimeoutError from wrong
        raise
    except sqlite3.DatabaseError:
        return Data(State.DAMAGED)


def _reading(path: Path) -> sqlite3.Connection:
    """A connection that leaves no trace: with a log beside it as its reader, else as of a file that stays as it is."""
    logged = path.with_name(f"{path.name}-wal").exists() and path.with_name(f"{path.name}-shm").exists()
    how = "mode=ro&readonly_shm=1" if logged else "immutable=1"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=SECONDS)
    end = monotonic() + SECONDS
    connection.set_progress_handler(lambda: monotonic() > end, STEPS)
    return connection


def _seen(connection: sqlite3.Connection, *, begun: bool) -> Data:
    application, schema, tables = (
        _one(connection, query)
        for query in (
            "PRAGMA application_id",
            "PRAGMA user_version",
            "SELECT count(*) FROM sqlite_master",
        )
    )
    if not application and not tables and not begun:
        return Data(State.NONE)  # a first start was cut off before it had made anything
    if application == APPLICATION and schema > SCHEMA:
        return Data(State.NEWER)
    if application != APPLICATION or _one(connection, "PRAGMA quick_check") != "ok":
        return Data(State.DAMAGED)
    language = _one(connection, "SELECT value FROM settings WHERE name = 'language'")
    return Data(
        State.WHOLE,
        int(_one(connection, "SELECT count(*) FROM browsers")),
        json.loads(language) if language else None,
    )


def _one(connection: sqlite3.Connection, query: str) -> Any:
    row = connection.execute(query).fetchone()
    return row[0] if row else None
