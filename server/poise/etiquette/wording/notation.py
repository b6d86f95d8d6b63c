"""How the words of the patterns are noted down, and which of these notations a word of a text meets.

`thank` is that word, `thank~` the stem with any inflection of its language, `interview?` the same or the word
with one letter mistyped, `bewerbungs*` any word that begins so, a `*` in front any compound that ends so.
"""

from collections import defaultdict
from dataclasses import dataclass, field

_HEAD = 3  # a compound is only taken apart before a known beginning of this length
_TOO_SHORT_TO_MISTYPE = 7


@dataclass(frozen=True, slots=True)
class Language:
    """The endings of its inflections, and words so common that they give it away; all folded."""

    endings: frozenset[str]
    common: frozenset[str]


@dataclass(slots=True)
class Notations:
    """Terms, each a notation and its language, by what a word must have to meet them."""

    languages: dict[str, Language]
    words: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    stems: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    starts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    mistyped: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    heads: set[str] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)

    def add(self, notation: str, language: str) -> None:
        """Index one folded notation; as a term it is henceforth known as `language:notation`."""
        term, mark, stem = f"{language}:{notation}", notation[-1], notation[:-1]
        if term in self.terms:
            return
        self.terms.add(term)
        if mark == "*":
            self.starts[stem].add(term)
        elif mark in "~?":
            self.stems[language, stem].add(term)
        else:
            self.words[notation].add(term)
        if mark == "?":
            for typed in _one_letter_less(stem.lstrip("*")):
                self.mistyped[typed].add(term)
        if notation.startswith("*"):
            self.heads.add(notation[1 : 1 + _HEAD])

    def met_by(self, word: str) -> frozenset[str]:
        """All terms that a folded word meets."""
        terms = self.words.get(word, set()) | self._inflected(word, "")
        for length in range(1, len(word) + 1):
            terms |= self.starts.get(word[:length], set())
        for cut in range(len(word) - _HEAD + 1):
            if word[cut : cut + _HEAD] in self.heads:
                terms |= self.words.get("*" + word[cut:], set()) | self._inflected(word[cut:], "*")
        if len(word) > _TOO_SHORT_TO_MISTYPE:
            terms = terms.union(*(self.mistyped.get(typed, ()) for typed in _one_letter_less(word)))
        return frozenset(terms)

    def _inflected(self, word: str, mark: str) -> set[str]:
        terms: set[str] = set()
        for language, traits in self.languages.items():
            for cut in range(max(1, len(word) - 5), len(word) + 1):
                if word[cut:] in traits.endings:
                    terms |= self.stems.get((language, mark + word[:cut]), set())
        return terms


def _one_letter_less(word: str) -> set[str]:
    """The word, and all that one letter less leaves of it: words that a slip of typing parts share one."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
