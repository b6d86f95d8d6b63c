"""Data as they may be found: damaged, each in another way."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path


def page_of_garbage(path: Path, page: int = 20) -> None:
    """Overwrite an inner page: opening and counting still work, only quick_check sees it."""
    with path.open("r+b") as file:
        file.seek(4096 * page)
        file.write(b"\xa5" * 4096)


def index_of_garbage(path: Path) -> None:
    """Such that even copying and opening it work."""
    with closing(sqlite3.connect(path)) as connection:
        root = connection.execute("SELECT max(rootpage) FROM sqlite_master WHERE type = 'index'").fetchone()
    page_of_garbage(path, root[0] - 1)


def somebody_elses(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE t (x); PRAGMA user_version = 1;")
    connection.close()
    path.chmod(0o600)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "zero header": lambda path: path.write_bytes(b"\x00" * 100 + path.read_bytes()[100:]),
    "text": lambda path: path.write_text("this is not a database, it is a text\n" * 100),
    "half": lambda path: os.truncate(path, path.stat().st_size // 2),
    "100 bytes": lambda path: os.truncate(path, 100),
    "inner page": page_of_garbage,
    "index": index_of_garbage,
    "emptied": lambda path: os.truncate(path, 0),
    "gone": lambda path: path.unlink(),
    "somebody else's": somebody_elses,
}
