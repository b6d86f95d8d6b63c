"""What of a text is weighed, each as a number: words, parts of words, concepts, pairs of concepts."""

from functools import lru_cache
from itertools import combinations
from zlib import crc32

from poise.etiquette.wording.lexicon import Found
from poise.etiquette.wording.words import Words

_PART = 4  # letters: about a syllable, so that other forms and compounds of a word share some
_LENGTHS, _STEP = 6, 8  # a text of 40 words is as long as any
_CACHE = 8192


@lru_cache(_CACHE)
def of_word(word: str) -> tuple[int, ...]:
    """The word and its parts; beginning and end count as letters. Nothing of what stands for a link or a name."""
    if word.startswith("<"):
        return ()
    framed = f"^{word}$"
    parts = (framed[at : at + _PART] for at in range(len(framed) - _PART + 1))
    return _number(f"word {word}"), *(_number(f"part {part}") for part in parts)


def of_text(text: Words, found: Found) -> tuple[int, ...]:
    """Its concepts, its length, and whether it asks."""
    asks = ["asks"] * bool(text.questions)
    asks += ["asks last"] * (bool(text.words) and text.sentences[-1] in text.questions)
    length = f"length {min(_LENGTHS, len(text.words) // _STEP)}"
    return tuple(_number(mark) for mark in (*_concepts(found), *asks, length))


def of_pairs(found: Found) -> tuple[int, ...]:
    """Two concepts at a time, in whatever order."""
    numbers = sorted(_number(concept) for concept in _concepts(found))
    return tuple((one * 31 + other) & 0xFFFFFFFF for one, other in combinations(numbers, 2))


def _concepts(found: Found) -> list[str]:
    return [concept for concept in found if "|" not in concept]


@lru_cache(_CACHE)
def _number(mark: str) -> int:
    return crc32(mark.encode("utf-8", "surrogatepass"))
