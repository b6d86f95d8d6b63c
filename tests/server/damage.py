"""Data as they may be found: damaged, each in another way."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path


def page_of_garbage(path: Path) -> None:
    """Overwrite an inner page: opening and counting still work, only quick_check sees it."""
    with path.open("r+b") as file:
        file.seek(4096 * 20)
        file.write(b"\xa5" * 4096)


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
    "emptied": lambda path: os.truncate(path, 0),
    "gone": lambda path: path.unlink(),
    "somebody else's": somebody_elses,
}
