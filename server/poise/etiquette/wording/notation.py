"""How the words of the patterns are noted down, and which of these notations a word of a text meets.

`thank` is that word, `thank~` the stem with any inflection of its language, `interview?` the same or the word
with one letter mistyped, `bewerbungs*` any word that begins so, a `*` in front any compound that ends so.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

_HEAD = 3  # a compound is only taken apart before a known beginning of this length
_TOO_SHORT_TO_MISTYPE = 7


@dataclass(slots=True)
class Language:
    """The endings of its inflections, words so common that they give it away, and its notations; all folded."""

    endings: frozenset[str]
    common: frozenset[str]
    notations: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    mistyped: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, notations: set[str]) -> None:
        new = notations - self.notations
        self.notations |= new
        self.heads |= {notation[1 : 1 + _HEAD] for notation in new if notation[0] == "*"}
        for notation in (notation for notation in new if notation[-1] == "?"):
            for typed in _one_letter_less(notation[:-1].lstrip("*")):
                self.mistyped[typed].add(notation)

    def met_by(self, word: str) -> set[str]:
        """The notations that a folded word meets."""
        met = self.notations.intersection(self._exactly(word))
        met |= self.notations.intersection(word[:end] + "*" for end in range(1, len(word) + 1))
        for cut in range(len(word) - _HEAD + 1):
            if word[cut : cut + _HEAD] in self.heads:
                met |= self.notations.intersection("*" + part for part in self._exactly(word[cut:]))
        if self.mistyped and len(word) > _TOO_SHORT_TO_MISTYPE:
            met = met.union(*(self.mistyped.get(typed, ()) for typed in _one_letter_less(word)))
        return met

    def _exactly(self, word: str) -> Iterator[str]:
        """The word itself, and each stem that it could be inflected from."""
        yield word
        for end in range(max(1, len(word) - 5), len(word) + 1):
            if word[end:] in self.endings:
                yield word[:end] + "~"
                yield word[:end] + "?"


def _one_letter_less(word: str) -> set[str]:
    """The word, and all that one letter less leaves of it: words that a slip of typing parts share one."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
