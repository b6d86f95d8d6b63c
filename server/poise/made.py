"""The folders that Poise had to make outside its own, written down so that they go again once they are empty."""

import json
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from poise.files import read_private, write_private


@dataclass(slots=True)
class Made:
    """Folders that were not there before, in the order in which they were made."""

    folders: list[str] = field(default_factory=list)

    def file(self, path: Path, content: bytes) -> None:
        """Write a file whole, with the folders that it needs."""
        self.folder(path.parent)
        write_private(path, content)

    def link(self, path: Path, to: str) -> None:
        self.folder(path.parent)
        path.unlink(missing_ok=True)
        path.symlink_to(to)

    def remove(self) -> None:
        """Take those folders away in which nothing is any more; the others are still known after it."""
        for name in reversed(self.folders):
            with suppress(OSError):
                Path(name).rmdir()
        self.folders = [name for name in self.folders if Path(name).is_dir()]

    def folder(self, path: Path) -> None:
        """Make a folder, with those above it that are not there."""
        path = path.absolute()
        missing = [one for one in (path, *path.parents) if not one.exists()]
        path.mkdir(parents=True, exist_ok=True)
        self.folders += [str(one) for one in reversed(missing) if str(one) not in self.folders]

    def save(self, record: Path) -> None:
        """Write it down; no record where there is nothing to say."""
        if self.folders:
            write_private(record, json.dumps({"folders": self.folders}).encode())
        else:
            record.unlink(missing_ok=True)


def load(record: Path) -> Made:
    """What was written down; nothing where the record is gone or damaged."""
    try:
        said = read_private(record)
        return Made(**json.loads(said)) if said else Made()
    except (ValueError, TypeError, OSError):
        return Made()
