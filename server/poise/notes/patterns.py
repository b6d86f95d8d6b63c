"""What notes say, by the same patterns over lemmas that wording reads posts with; these are of notes alone."""

from functools import cache, lru_cache
from pathlib import Path

from poise.etiquette.wording.lexicon import Found
from poise.etiquette.wording.loading import LANGUAGES, load
from poise.etiquette.wording.reader import Reader
from poise.etiquette.wording.words import Words, split

_FOLDER = Path(__file__).parent / "wording"


@cache
def reader() -> Reader:
    """Loaded when the first note is read."""
    return load(_FOLDER, LANGUAGES)


def covered(text: str, concept: str) -> tuple[Words, set[int]]:
    """The folded words of a text, and the places of those that belong to the concept."""
    words, found = _found(text)
    return words, {place for first, last in found.get(concept, ()) for place in range(first, last + 1)}


@lru_cache(16)  # several checks ask for the same whole text
def _found(text: str) -> tuple[Words, Found]:
    words = split(text)
    return words, reader().lexicon.find(words)
