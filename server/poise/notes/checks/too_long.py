"""A note that a site will not take, or that nobody will read to its end."""

from collections.abc import Iterator
from typing import Any

from poise.notes.checks import Hit, table
from poise.notes.reading import Reading

_TABLE = table("too_long")


def find(reading: Reading) -> Iterator[Hit]:
    note, whole = reading.note, reading.whole
    limit: dict[str, Any] = _TABLE["letters"].get(note.site or "linkedin", {}).get(note.kind, {})
    over = next(
        (size for size in sorted(limit, key=int, reverse=True) if len(reading.text) > int(size)), None
    )
    if over:
        yield Hit(
            min(int(over), whole.end),
            whole.end,
            limit[over],
            values={"limit": over, "length": len(reading.text)},
        )
    most = _TABLE["words"].get(note.kind)
    if most and len(reading.words) > most:
        yield Hit(
            reading.words[most].start, whole.end, "words", values={"most": most, "words": len(reading.words)}
        )
