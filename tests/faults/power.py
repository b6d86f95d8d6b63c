"""A disk whose power goes: what was told to be kept is there, of all else any part, as the drive happened to write it."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

SECTOR = 512  # bytes that a drive writes whole or not at all
SHARES = (0.0, 0.5, 0.9, 1.0)  # of what nobody waited for, how much was written all the same


@dataclass
class File:
    """`kept`: what the disk has for certain; `waiting`: (offset, bytes), or (size, None) where it was cut to a size."""

    kept: bytes = b""
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)

    def left(self, stays: Callable[[], bool]) -> bytes:
        """What is there after a power cut, sector by sector."""
        content = bytearray(self.kept)
        for offset, written in self.waiting:
            if written is None:
                resize(content, offset if stays() else len(content))
                continue
            for start in range(offset - offset % SECTOR, offset + len(written), SECTOR):
                if stays():
                    put(content, offset, written, start)
        return bytes(content)

    def now(self) -> bytes:
        """What every program reads."""
        return self.left(lambda: True)

    def sync(self) -> None:
        self.kept, self.waiting = self.now(), []


class Disk:
    """The files of one folder. Names change in the order they were told to, as journals of file systems have it."""

    def __init__(self) -> None:
        self._names: list[dict[str, File]] = [{}]  # as they are for certain, and after each change since

    @property
    def files(self) -> dict[str, File]:
        """As every program sees them."""
        return self._names[-1]

    def make(self, name: str) -> None:
        self._names.append(self.files | {name: File()})

    def rename(self, old: str, new: str) -> None:
        self._names.append(self._without(old) | {new: self.files[old]})

    def remove(self, name: str) -> None:
        self._names.append(self._without(name))

    def _without(self, name: str) -> dict[str, File]:
        return {other: file for other, file in self.files.items() if other != name}

    def sync_names(self) -> None:
        self._names = [self.files]

    def cut(self, folder: Path, chance: random.Random) -> None:
        """Write what a power cut now may leave into an empty folder."""
        for name, file in chance.choice(self._names).items():
            share = chance.choice(SHARES)
            path = folder / name
            path.parent.mkdir(mode=0o700, exist_ok=True)
            path.touch(0o600)
            path.write_bytes(file.left(partial(_stays, chance, share)))


def _stays(chance: random.Random, share: float) -> bool:
    return chance.random() < share


def put(content: bytearray, offset: int, written: bytes, start: int) -> None:
    """Of what is written at an offset, the part within the sector that begins at `start`."""
    begin, end = max(offset, start), min(offset + len(written), start + SECTOR)
    resize(content, max(len(content), end))
    content[begin:end] = written[begin - offset : end - offset]


def resize(content: bytearray, size: int) -> None:
    del content[size:]
    content.extend(bytes(size - len(content)))
