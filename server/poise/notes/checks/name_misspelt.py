"""The interviewer's name, spelt as they spell it; another name in the greeting."""

from collections.abc import Iterator

from poise.etiquette.wording.fold import fold
from poise.notes import names
from poise.notes.checks import Hit
from poise.notes.distance import allowed, plain, slips
from poise.notes.greeting import greeting
from poise.notes.reading import Reading
from poise.notes.tokens import Span

_ENDINGS = ("", "s", "'s", "’s", "'", "’", "es")


def find(reading: Reading) -> Iterator[Hit]:
    own = reading.person.spellings
    if not own:
        return
    greeted = {word.start for word in greeting(reading.text).names}
    near = [hit for word in reading.words for hit in _misspelt(reading, word, own, word.start in greeted)]
    yield from near
    yield from _another(reading, own, {hit.start for hit in near})


def _misspelt(reading: Reading, word: Span, own: tuple[str, ...], greeted: bool) -> Iterator[Hit]:
    if _is_own(word.text, own) or word.text.casefold() in {part.casefold() for part in reading.company.parts}:
        return
    for part in sorted(own, key=lambda part: slips(part, word.text, 3)):
        says = _how(reading, word, part, greeted)
        if says:
            bare = _without_ending(word.text, part)
            end = word.start + len(bare)
            yield Hit(word.start, end, says, part, {"name": part, "written": bare})
            return


def _how(reading: Reading, word: Span, part: str, greeted: bool) -> str | None:
    """In which way a word is this name misspelt; None if it is not."""
    bare = _without_ending(word.text, part)
    if bare.casefold() == part.casefold():
        shouted = bare.isupper() and len(bare) > 1
        return None if shouted or _means_itself(reading, word, bare, greeted) else "small"
    if not greeted and (
        word.text[0].islower() or reading.is_word(word.text) or reading.is_word(word.text.lower())
    ):
        return None
    if fold(bare) == fold(part):
        return "accents"
    far = slips(plain(bare), plain(part), 2)
    if greeted:
        return "near" if far <= max(1, allowed(len(part))) and bare.casefold() not in _short(part) else None
    return (
        "near"
        if far <= allowed(len(part)) and len(part) > 3 and part[0].casefold() == bare[0].casefold()
        else None
    )


def _means_itself(reading: Reading, word: Span, bare: str, greeted: bool) -> bool:
    """A name that is a word too (Will, Grace, Wolf) may be meant as that word."""
    return bare[0].isupper() or (not greeted and (reading.speller is None or reading.is_word(word.text)))


def _another(reading: Reading, own: tuple[str, ...], near: set[int]) -> Iterator[Hit]:
    """Greeted is nobody of this name, nor one whose name is nearly this."""
    called = greeting(reading.text).names
    if not called or any(word.start in near or _is_own(word.text, own) for word in called):
        return
    start, end = called[0].start, called[-1].end
    short = any(word.text.casefold() in _short(part) for word in called for part in own)
    values = {"name": " ".join(reading.person.parts), "written": reading.text[start:end]}
    yield Hit(
        start, end, "short" if short else "another", None if short else _instead(reading, len(called)), values
    )


def _instead(reading: Reading, count: int) -> str:
    """A first name for a first name, the last after a title, all for all."""
    parts = reading.person.parts
    if count > 1:
        return " ".join(parts)
    return parts[-1] if greeting(reading.text).titled else parts[0]


def _short(part: str) -> frozenset[str]:
    return names.short_forms().get(part.casefold(), frozenset())


def _is_own(word: str, own: tuple[str, ...]) -> bool:
    return any(word == part + ending for part in own for ending in _ENDINGS) or all(
        any(half == part + ending for part in own for ending in _ENDINGS) for half in word.split("-")
    )


def _without_ending(word: str, part: str) -> str:
    """Without the ending of a genitive that the name itself has not."""
    for ending in ("'s", "’s", "'", "’", "s"):
        bare = word.removesuffix(ending)
        if (
            bare != word
            and len(bare) >= len(part)
            and slips(plain(bare), plain(part), 1) <= slips(plain(word), plain(part), 1)
        ):
            return bare
    return word
