"""A note that says what another person was sent; they compare."""

from collections.abc import Iterator

from poise.etiquette.wording.fold import fold
from poise.notes.checks import Hit, table
from poise.notes.reading import Reading
from poise.notes.sameness import shared

_SHARE = table("same_as_another")["limits"]["share"]


def find(reading: Reading) -> Iterator[Hit]:
    names = frozenset(fold(name) for name in (*reading.person.spellings, *reading.company.parts))
    found = [shared(reading.text, other, names) for other in reading.note.others]
    most = max(found, key=lambda one: one.share, default=None)
    if most is None or most.share < _SHARE:
        return
    for sentence in most.sentences:
        yield Hit(sentence.start, sentence.end, "same")
