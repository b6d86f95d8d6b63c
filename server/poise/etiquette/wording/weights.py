"""How much each mark of a text speaks for each class, as learnt from labelled texts by `python -m training`."""

import sys
from array import array
from base64 import b64decode
from bisect import bisect_left
from functools import lru_cache
from itertools import chain
from math import sqrt
from typing import Any

from poise.etiquette.wording.lexicon import Found
from poise.etiquette.wording.marks import of_pairs, of_text, of_word
from poise.etiquette.wording.words import Words

FILE = "weights.json"
FAINT = 0.3  # what a pair of concepts counts, for there are many
_CACHE = 8192

Row = tuple[int, ...]  # of one mark, for each class


class Weights:
    """Made of the file's object: `classes`, `bias` and `scale` (floats), `marks` and `rows` (packed, base 64)."""

    def __init__(self, stored: dict[str, Any]) -> None:
        self._classes: list[str] = stored["classes"]
        self._bias: list[float] = stored["bias"]
        self._scale: float = stored["scale"]
        self._marks = _little_endian("I", stored["marks"])
        self._rows = _little_endian("b", stored["rows"])
        self._row = lru_cache(_CACHE)(self._row_of)
        self._word = lru_cache(_CACHE)(self._rows_of_word)

    def weigh(self, text: Words, found: Found) -> dict[str, float]:
        """For each class how far the text lies on its side (above 0) or on that of no class (below 0).

        Nothing for a text of which no word is known, not even a part.
        """
        of_words = [*chain.from_iterable(map(self._word, text.words))]
        if not of_words:
            return {}
        rows = of_words + self._known(of_text(text, found))
        pairs = self._known(of_pairs(found))
        unit = self._scale / sqrt(max(1.0, len(rows) + FAINT * FAINT * len(pairs)))
        sums, faint = self._sums(rows), self._sums(pairs)
        return {
            name: bias + unit * (strong + FAINT * weak)
            for name, bias, strong, weak in zip(self._classes, self._bias, sums, faint, strict=True)
        }

    def _sums(self, rows: list[Row]) -> Row:
        return tuple(map(sum, zip(*rows, strict=True))) if rows else (0,) * len(self._classes)

    def _rows_of_word(self, word: str) -> list[Row]:
        return self._known(of_word(word))

    def _known(self, marks: tuple[int, ...]) -> list[Row]:
        return [row for row in map(self._row, marks) if row]

    def _row_of(self, mark: int) -> Row:
        at = bisect_left(self._marks, mark)
        if at == len(self._marks) or self._marks[at] != mark:
            return ()
        width = len(self._classes)
        return tuple(self._rows[at * width : (at + 1) * width])


def _little_endian(kind: str, packed: str) -> "array[int]":
    numbers = array(kind, b64decode(packed))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
