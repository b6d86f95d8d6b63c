"""A note that asks what they have decided."""

from collections.abc import Iterator

from poise.notes.checks import Hit
from poise.notes.reading import Reading


def find(reading: Reading) -> Iterator[Hit]:
    for sentence in reading.saying("asks-for-decision"):
        yield Hit(sentence.start, sentence.end, "asks")
