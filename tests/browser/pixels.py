"""The colour that a screenshot shows: what is painted, whatever a page says is there."""

import struct
import zlib

SIGNATURE = 8
DEPTHS = {2: 3, 6: 4}  # colour type: bytes a pixel


def colour(png: bytes) -> tuple[int, ...]:
    """The mean red, green and blue of an 8-bit PNG that is not interlaced, each 0 to 255."""
    header, data = _chunks(png)
    width, height, _, kind = struct.unpack(">IIBB", header[:10])
    size = DEPTHS[kind]
    rows = _rows(zlib.decompress(data), width * size, height, size)
    return tuple(sum(sum(row[channel::size]) for row in rows) // (width * height) for channel in range(3))


def _chunks(png: bytes) -> tuple[bytes, bytes]:
    at, header, data = SIGNATURE, b"", b""
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        name, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        header = content if name == b"IHDR" else header
        data += content if name == b"IDAT" else b""
        at += length + 12
    return header, data


def _rows(raw: bytes, length: int, height: int, size: int) -> list[bytearray]:
    """The rows with each byte's filter undone (PNG, section 9)."""
    rows, above = [], bytearray(length)
    for at in range(height):
        kind, row = raw[at * (length + 1)], bytearray(raw[at * (length + 1) + 1 : (at + 1) * (length + 1)])
        for place in range(length):
            left = row[place - size] if place >= size else 0
            corner = above[place - size] if place >= size else 0
            row[place] = (row[place] + _predicted(kind, left, above[place], corner)) & 255
        rows.append(row)
        above = row
    return rows


def _predicted(kind: int, left: int, above: int, corner: int) -> int:
    if kind == 4:
        guess = left + above - corner
        return min((left, above, corner), key=lambda near: abs(guess - near))
    return (0, left, above, (left + above) // 2)[kind]
