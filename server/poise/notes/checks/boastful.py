"""A note that praises its writer."""

from collections.abc import Iterator

from poise.notes.checks import Hit
from poise.notes.reading import Reading


def find(reading: Reading) -> Iterator[Hit]:
    for sentence in reading.saying("boastful"):
        yield Hit(sentence.start, sentence.end, "boasts")
