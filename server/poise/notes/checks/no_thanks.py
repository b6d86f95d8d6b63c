"""A thank-you that does not thank, or an answer to a no that does not."""

from collections.abc import Iterator

from poise.etiquette.facts import Stage
from poise.notes import patterns
from poise.notes.checks import Hit
from poise.notes.facts import Kind
from poise.notes.reading import Reading

_ANSWERS = (Kind.MESSAGE, Kind.FOLLOW_UP)


def find(reading: Reading) -> Iterator[Hit]:
    note, whole = reading.note, reading.whole
    if whole.text and not patterns.covered(reading.text, "thanks")[1]:
        if note.kind is Kind.THANK_YOU:
            yield Hit(whole.start, whole.end, "thank-you")
        elif note.stage is Stage.REJECTED and note.kind in _ANSWERS:
            yield Hit(whole.start, whole.end, "after-no")
