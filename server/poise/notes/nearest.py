"""What was probably meant by a word that is none: the words one slip away, the likeliest slips first.

Hunspell's own `suggest` takes up to a quarter of a second a word; this takes a few milliseconds.
"""

from collections.abc import Callable, Iterator
from itertools import chain, islice

_LETTERS = "enrisatdlhogckumpbfvwyzäöüåøæßjxq"
_CONFUSED = {
    "a": "äåæe",
    "o": "öø",
    "u": "ü",
    "e": "iæ",
    "i": "ey",
    "s": "zß",
    "d": "t",
    "t": "d",
    "c": "ks",
    "k": "c",
}
_MOST = 400
_SHORTEST = 4


def nearest(word: str, is_word: Callable[[str], bool], most: int = _MOST) -> str | None:
    """The first word one slip away, of the `most` likely ones; None for short ones, which lie near too many."""
    if len(word) < _SHORTEST:
        return None
    return next((other for other in islice(_slips(word), most) if other != word and is_word(other)), None)


def mistyped(word: str, is_word: Callable[[str], bool]) -> bool:
    """Whether it becomes a word by making one letter of two or two of one; not of the s that links two words."""
    places = range(len(word) - 1)
    single = (word[:i] + word[i + 1 :] for i in places if word[i] == word[i + 1] != "s")
    double = (word[:i] + word[i] + word[i:] for i in places)
    return any(other != word and is_word(other) for other in chain(single, double))


def far(word: str, other: str) -> bool:
    """Whether a letter of `other` stands where `word` has one that it is not easily taken for: hardly a slip."""
    differ = [pair for pair in zip(word, other, strict=False) if pair[0] != pair[1]]
    return (
        len(word) == len(other) and len(differ) == 1 and differ[0][1] not in _CONFUSED.get(differ[0][0], "")
    )


def _slips(word: str) -> Iterator[str]:
    places = range(len(word))
    yield from (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in places[:-1])
    yield from (word[:i] + word[i + 1 :] for i in places[1:])
    yield from (word[:i] + word[i] + word[i:] for i in places)
    yield from (word[:i] + other + word[i + 1 :] for i in places for other in _CONFUSED.get(word[i], ""))
    yield from (word[:i] + letter + word[i:] for letter in _LETTERS[:18] for i in places[1:])
    yield from (word + letter for letter in _LETTERS[:12])
    yield from (word[:i] + letter + word[i + 1 :] for letter in _LETTERS[:8] for i in places[1:])
