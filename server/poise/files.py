"""Files that only their owner may read: made 0600, never reached through a link, never another user's."""

import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from errno import EEXIST
from pathlib import Path

from poise.errors import Exit, PoiseError

OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
OTHERS_ALL = stat.S_IRWXG | stat.S_IRWXO
AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)  # each system knows one of the two


def secure_folder(path: Path) -> None:
    """Make `path` a folder that is ours alone; exit 6 where somebody else could have put things into it."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    _own(path, stat.S_ISDIR, "folder")


def secure_file(path: Path) -> bool:
    """Whether there is a file; exit 6 if it is a link, another user's, or open to others' changes."""
    try:
        _own(path, stat.S_ISREG, "file")
    except FileNotFoundError:
        return False
    return True


def read_private(path: Path) -> bytes | None:
    """The content of one of our files, or None where there is none."""
    if not secure_file(path):
        return None
    with os.fdopen(os.open(path, os.O_RDONLY | AS_IT_IS), "rb") as file:
        return file.read()


def write_private(path: Path, content: bytes) -> None:
    """Write a file of ours whole: a reader sees the old content or the new, never half, after a power cut, too."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | AS_IT_IS, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    with suppress(OSError):  # not every drive can be asked, and the file is there
        to_disk(path.parent)


def to_disk(path: Path) -> None:
    """Wait until a file is on the disk, or a folder's list of files (Windows sees to that by itself)."""
    is_folder = path.is_dir()
    if is_folder and sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY if is_folder else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_new(path: Path, content: bytes) -> None:
    """Write a file where there is none yet, for its owner alone. Raises FileExistsError, OSError."""
    want_free(path)
    write_private(path, content)


def want_free(path: Path) -> None:
    """Raise FileExistsError where there is something already, be it a link to nowhere."""
    if os.path.lexists(path):
        raise FileExistsError(EEXIST, "is there already: choose another name", str(path))


def _own(path: Path, is_kind: Callable[[int], bool], word: str) -> None:
    """Refuse what is not ours; take from others what they may only read."""
    found = path.lstat()
    if not is_kind(found.st_mode):
        raise PoiseError(f"{path} is not a plain {word}: move it away.", Exit.UNSAFE_FILES)
    if sys.platform == "win32":
        return  # the user's own folder keeps others out by its access list; the mode says nothing there
    if found.st_uid != os.getuid():
        raise PoiseError(f"{path} belongs to another user: choose another --data-dir.", Exit.UNSAFE_FILES)
    if found.st_mode & OTHERS_WRITE:
        raise PoiseError(
            f"Other users may change {path}: look through it, then chmod go-w it.", Exit.UNSAFE_FILES
        )
    if found.st_mode & OTHERS_ALL:
        sys.stderr.write(f"poise: other users could read {path}; now only you can.\n")
        path.chmod(stat.S_IMODE(found.st_mode) & ~OTHERS_ALL)
