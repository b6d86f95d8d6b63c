"""The user's own rules: files in the data folder's `rules/`, as safe as everything else in there."""

import os
import stat
from collections.abc import Hashable, Iterator
from pathlib import Path

from poise.errors import PoiseError
from poise.files import secure_file, secure_folder

LARGEST = 64 * 1024


def mark_of(folder: Path) -> Hashable:
    """Another one whenever a rule there comes, goes or changes; cheap enough to ask before every answer."""
    try:
        found = folder.lstat()
        return found.st_ctime_ns, *(sorted(_files(folder)) if stat.S_ISDIR(found.st_mode) else ())
    except OSError:
        return None


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".toml"):
                found = entry.stat(follow_symlinks=False)
                yield entry.name, found.st_ctime_ns, found.st_size


def check_folder(folder: Path) -> bool:
    """Whether there is a folder of own rules; PoiseError if it is a link, another's or open to others."""
    if not os.path.lexists(folder):
        return False
    try:
        secure_folder(folder)
        next(folder.iterdir(), None)
    except OSError as wrong:
        raise PoiseError(f"It cannot be read: {wrong.strerror}.") from wrong
    return True


def check_file(path: Path) -> None:
    """PoiseError for what is no plain file of the user's own, or too large for a rule."""
    secure_file(path)
    if path.stat().st_size > LARGEST:
        raise PoiseError(f"{path} is too large for a rule.")
