"""The company's name, spelt as it spells it."""

from collections.abc import Iterator
from itertools import pairwise

from poise.etiquette.wording.fold import fold
from poise.notes.checks import Hit
from poise.notes.distance import allowed, plain, slips
from poise.notes.reading import Reading
from poise.notes.tokens import Span

_SHORTEST = 4
_DISTINCT = 5  # letters of a first word by which a company is called alone


def find(reading: Reading) -> Iterator[Hit]:
    yield from _spelt(reading, reading.company.name)
    first = reading.company.parts[:1]
    if (
        len(reading.company.parts) > 1
        and len(first[0]) >= _DISTINCT
        and not reading.is_word(first[0].lower())
    ):
        yield from (hit for hit in _spelt(reading, first[0]) if hit.says == "near")


def _spelt(reading: Reading, own: str) -> Iterator[Hit]:
    """Where the name, or one nearly like it, stands."""
    size, done = len(own.replace("-", " ").split()), -1
    for count in (size, size + 1, max(1, size - 1)) if len(own) > 1 else ():
        for first in range(len(reading.words) - count + 1):
            run = reading.words[first : first + count]
            hit = _hit(reading, run, own) if run[0].start > done and _together(reading, run) else None
            if hit:
                done = hit.end
                yield hit


def _together(reading: Reading, run: list[Span]) -> bool:
    gaps = pairwise(run)
    return all(reading.text[a.end : b.start] in (" ", "-", "\u00a0", "") for a, b in gaps)


def _hit(reading: Reading, run: list[Span], own: str) -> Hit | None:
    start, end = run[0].start, run[-1].end
    if run[0].text[0].islower() and not reading.text[start:end].casefold().startswith(own.casefold()):
        return None
    written = _bare(reading.text[start:end], own)
    values = {"company": own, "written": written}
    if written == own or _is_person(reading, run):
        return None
    if written.casefold() == own.casefold():
        says = None if _plain_word(reading, run) or written.isupper() else "case"
    elif (len(run) == 1 and _plain_word(reading, run)) or len(_flat(own)) < _SHORTEST or written[0].islower():
        says = None
    elif _flat(written) == _flat(own):
        says = "parted"
    else:
        says = "near" if slips(plain(written), plain(own), 2) <= allowed(len(_flat(own))) else None
    return Hit(start, start + len(written), says, own, values) if says else None


def _bare(written: str, own: str) -> str:
    """Without an inflection's ending that the name has not."""
    for ending in ("'s", "’s", "s", "'", "’"):
        bare = written.removesuffix(ending)
        if bare != written and bare.casefold() == own.casefold():
            return bare
    return written


def _flat(name: str) -> str:
    return "".join(letter for letter in fold(name) if letter.isalnum())


def _plain_word(reading: Reading, run: list[Span]) -> bool:
    """Nothing but ordinary words of the language: it need not mean the company at all."""
    if reading.speller is None:
        return all(word.text.islower() for word in run)
    return all(reading.is_word(word.text) for word in run)


def _is_person(reading: Reading, run: list[Span]) -> bool:
    return all(word.text in reading.person.spellings for word in run)
