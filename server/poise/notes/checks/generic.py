"""A note that could have gone to anybody: hardly a word in it that is not in every such note."""

from collections.abc import Iterator

from poise.etiquette import wording
from poise.etiquette.wording.fold import fold
from poise.notes import patterns
from poise.notes.checks import Hit, table
from poise.notes.facts import Kind
from poise.notes.names import titles
from poise.notes.reading import Reading

_LIMITS = table("generic")["limits"]
_WRITTEN = (Kind.THANK_YOU, Kind.FOLLOW_UP, Kind.MESSAGE)


def find(reading: Reading) -> Iterator[Hit]:
    note, whole = reading.note, reading.whole
    if note.kind is Kind.COMMENT and "bare-praise" in wording.read(reading.text):
        yield Hit(whole.start, whole.end, "praise")
    if note.kind in _WRITTEN and _is_generic(reading):
        yield Hit(whole.start, whole.end, "generic")


def _is_generic(reading: Reading) -> bool:
    found, stock = patterns.covered(reading.text, "stock")
    signature = reading.text[reading.signed :].split()
    named = {fold(part) for part in (*reading.person.parts, *reading.company.parts, *titles(), *signature)}
    own = {
        word
        for place, word in enumerate(found.words)
        if place not in stock and word not in named and len(word) > 1
    }
    return bool(found.words) and len(own) <= max(
        _LIMITS["own_words"], len(found.words) * _LIMITS["own_share"]
    )
