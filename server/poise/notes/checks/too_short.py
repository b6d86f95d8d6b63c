"""A note of so few words that it says nothing."""

from collections.abc import Iterator

from poise.notes.checks import Hit, table
from poise.notes.reading import Reading

_WORDS = table("too_short")["words"]


def find(reading: Reading) -> Iterator[Hit]:
    least, whole = _WORDS.get(reading.note.kind, 0), reading.whole
    if len(reading.words) < least:
        yield Hit(whole.start, whole.end, "short", values={"least": least})
