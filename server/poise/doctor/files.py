"""The data folder and the files in it, as they are."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

Found = tuple[Path, os.stat_result]


def everything(folder: Path) -> Iterator[Found]:
    """The folder itself and what lies in it, links not followed; nothing where there is none."""
    with suppress(FileNotFoundError):
        yield folder, folder.lstat()
        for entry in sorted(folder.iterdir()):
            yield entry, entry.lstat()


def ours(folder: Path) -> Iterator[Found]:
    """Of these, those that are plain files and folders of our own."""
    return ((path, found) for path, found in everything(folder) if is_plain(found) and is_own(found))


def is_own(found: os.stat_result) -> bool:
    """Whether it is this user's; on Windows the user's own folder keeps others out by itself."""
    return sys.platform == "win32" or found.st_uid == os.getuid()


def is_plain(found: os.stat_result) -> bool:
    return stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)
