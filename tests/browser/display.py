"""A screen that nobody sees, for browsers in windows; and what is to be seen on it."""

import os
import struct
import subprocess
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

HEADER = struct.Struct(">25I")  # of an X window dump, as Xvfb keeps its screen in a file
COLOUR = 12  # bytes of each entry of its table


@dataclass(frozen=True)
class Display:
    """`name`: what DISPLAY has to be."""

    name: str
    _dump: Path

    def picture(self) -> bytes:
        """All of it, as a PNG without transparency."""
        return png(self._dump.read_bytes())


@contextmanager
def display(width: int = 1200, height: int = 900) -> Iterator[Display]:
    with TemporaryDirectory(prefix="poise-display-") as folder:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24"]
        quietly = ["-nolisten", "tcp", "-nocursor", "-fbdir", folder]
        with subprocess.Popen([*command, *quietly], pass_fds=[writing], stderr=subprocess.DEVNULL) as process:
            os.close(writing)
            try:
                with os.fdopen(reading) as said:
                    yield Display(f":{said.readline().strip()}", Path(folder) / "Xvfb_screen0")
            finally:
                process.terminate()


def png(dump: bytes) -> bytes:
    """An X window dump of 32 bits a pixel, least significant first."""
    header = HEADER.unpack_from(dump)
    size, width, height, line, colours = (header[place] for place in (0, 4, 5, 12, 19))
    start = size + COLOUR * colours
    rows = (dump[start + line * row :][: 4 * width] for row in range(height))
    pixels = zlib.compress(b"".join(b"\0" + _without_blank(row) for row in rows), 9)
    kind = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", kind), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


def _without_blank(row: bytes) -> bytes:
    """Blue, green, red, nothing: as red, green, blue."""
    found = bytearray(len(row) // 4 * 3)
    for place in range(3):
        found[place::3] = row[2 - place :: 4]
    return bytes(found)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
