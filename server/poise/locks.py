"""One at a time, across processes: the system itself lets go of a lock when its holder dies."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Held(Exception):  # noqa: N818 - what is so, not what is wrong
    """Somebody else holds the lock."""


if sys.platform == "win32":
    import msvcrt
    import time

    POLL = 0.05

    def _open(path: Path) -> int:
        """Windows locks bytes of files, so a folder is locked by a file in it."""
        return os.open(path / "lock.own" if path.is_dir() else path, os.O_RDWR | os.O_CREAT)

    def _take(handle: int, wait: bool) -> None:
        while True:
            try:
                return msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    raise Held from None
                time.sleep(POLL)

else:
    import fcntl

    def _open(path: Path) -> int:
        kind = os.O_RDONLY | os.O_DIRECTORY if path.is_dir() else os.O_RDWR | os.O_CREAT
        return os.open(path, kind | os.O_NOFOLLOW, 0o600)

    def _take(handle: int, wait: bool) -> None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Held from None


def take(path: Path, *, wait: bool = False) -> int:
    """Take the lock of a folder that is there, or of a file, made if need be; to close the handle gives it back.

    Held, unless it waits.
    """
    handle = _open(path)
    try:
        _take(handle, wait)
    except BaseException:
        os.close(handle)
        raise
    return handle


@contextmanager
def locked(path: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold a lock as long as the block lasts; see `take`."""
    handle = take(path, wait=wait)
    try:
        yield
    finally:
        os.close(handle)


def is_held(path: Path) -> bool:
    """Whether somebody holds the lock of a file that is there."""
    try:
        with locked(path):
            return False
    except Held:
        return True
