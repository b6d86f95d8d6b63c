"""Words in capitals, and rows of exclamation marks; acronyms are neither."""

import re
from collections.abc import Iterator

from poise.notes import patterns
from poise.notes.checks import Hit
from poise.notes.reading import Reading
from poise.notes.tokens import Span

_MARKS = re.compile(r"(?:[!?]\s?){2,}[!?]")
_LEAST = 3


def find(reading: Reading) -> Iterator[Hit]:
    for found in _MARKS.finditer(reading.text):
        if found[0].count("!") >= _LEAST or ("!" in found[0] and "?" in found[0]):
            yield Hit(found.start(), found.end(), "marks", suggestion="?" if "?" in found[0] else "!")
    run: list[Span] = []
    for word in reading.prose:
        if word.text.isupper() and (not run or not reading.text[run[-1].end : word.start].strip(" ,-–&")):
            run.append(word)
        else:
            yield from _shouted(reading, run)
            run = [word] if word.text.isupper() else []
    yield from _shouted(reading, run)


def _shouted(reading: Reading, run: list[Span]) -> Iterator[Hit]:
    """Of words in capitals next to each other, from the first to the last that is no acronym and no name."""
    loud = [word for word in run if _is_loud(reading, word.text)]
    if loud:
        start, end = loud[0].start, loud[-1].end
        plain = reading.text[start:end].lower()
        yield Hit(start, end, "capitals", suggestion=plain if start else plain.capitalize())


def _is_loud(reading: Reading, word: str) -> bool:
    known = (*reading.person.spellings, *reading.company.parts, *reading.note.known)
    if len(word) < _LEAST or any(word == name.upper() for name in known):
        return False
    stock = bool(patterns.covered(word, "stock")[1]) and len(word) > _LEAST
    return stock or (len(word) > _LEAST and reading.is_word(word.lower()) and not _is_acronym(reading, word))


def _is_acronym(reading: Reading, word: str) -> bool:
    """Dictionaries have acronyms in capitals too; a word that they have in small letters is none."""
    return (
        reading.speller is not None
        and not reading.speller.in_dictionary(word.lower())
        and not reading.speller.in_dictionary(word.capitalize())
    )
