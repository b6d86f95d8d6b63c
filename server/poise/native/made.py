"""What an installation put on the machine, written down so that all of it can be taken away, new folders too."""

import json
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from poise.config import Folder
from poise.files import read_private, secure_folder, write_private


@dataclass(slots=True)
class Made:
    """Folders that were not there before, in the order in which they were made; and files."""

    folders: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    def folder(self, path: Path) -> Path:
        """Make a folder and those above it, as far as they are not there."""
        missing = [one for one in (path, *path.parents) if not one.exists()]
        path.mkdir(parents=True, exist_ok=True)
        self.folders += [str(one) for one in reversed(missing) if str(one) not in self.folders]
        return path

    def file(self, path: Path, content: bytes) -> None:
        """Write a file whole, with the folders that it needs."""
        self.folder(path.parent)
        write_private(path, content)
        self.files += [str(path)] if str(path) not in self.files else []

    def link(self, path: Path, to: str) -> None:
        self.folder(path.parent)
        path.unlink(missing_ok=True)
        path.symlink_to(to)
        self.files += [str(path)] if str(path) not in self.files else []

    def remove(self) -> None:
        """Take the files away, and the folders in which nothing else is by now."""
        for name in self.files:
            Path(name).unlink(missing_ok=True)
        for name in reversed(self.folders):
            with suppress(OSError):
                Path(name).rmdir()


def load(folder: Folder) -> Made:
    """What was written down; nothing where the record is gone or damaged."""
    try:
        said = read_private(_record(folder))
        return Made(**json.loads(said)) if said else Made()
    except (ValueError, TypeError, OSError):
        return Made()


def save(folder: Folder, made: Made) -> None:
    secure_folder(folder.native)
    record = {"folders": made.folders, "files": made.files}
    write_private(_record(folder), json.dumps(record).encode())


def _record(folder: Folder) -> Path:
    return folder.native / "made.json"
