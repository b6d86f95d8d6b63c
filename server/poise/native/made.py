"""The folders that an installation had to make, written down so that they go again with what is in them."""

import json
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from poise.config import Folder
from poise.files import read_private, secure_folder, write_private


@dataclass(slots=True)
class Made:
    """Folders that were not there before, in the order in which they were made."""

    folders: list[str] = field(default_factory=list)

    def file(self, path: Path, content: bytes) -> None:
        """Write a file whole, with the folders that it needs."""
        self._folder(path.parent)
        write_private(path, content)

    def link(self, path: Path, to: str) -> None:
        self._folder(path.parent)
        path.unlink(missing_ok=True)
        path.symlink_to(to)

    def remove(self) -> None:
        """Take those folders away in which nothing is any more."""
        for name in reversed(self.folders):
            with suppress(OSError):
                Path(name).rmdir()

    def _folder(self, path: Path) -> None:
        missing = [one for one in (path, *path.parents) if not one.exists()]
        path.mkdir(parents=True, exist_ok=True)
        self.folders += [str(one) for one in reversed(missing) if str(one) not in self.folders]


def load(folder: Folder) -> Made:
    """What was written down; nothing where the record is gone or damaged."""
    try:
        said = read_private(_record(folder))
        return Made(**json.loads(said)) if said else Made()
    except (ValueError, TypeError, OSError):
        return Made()


def save(folder: Folder, made: Made) -> None:
    secure_folder(folder.native)
    write_private(_record(folder), json.dumps({"folders": made.folders}).encode())


def _record(folder: Folder) -> Path:
    return folder.native / "made.json"
