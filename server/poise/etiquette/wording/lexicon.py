"""The vocabulary of the patterns: which concepts the words of a text, alone or as phrases, belong to."""

from collections import defaultdict
from functools import lru_cache

from poise.etiquette.wording.words import Words

Span = tuple[int, int]  # the first and the last word of what was found
Found = dict[str, list[Span]]  # by concept, in the order of the text

_GAP, _WIDEST_GAP = "_", 2
_HEAD = 3  # a compound is only taken apart before a known beginning of this length
_CACHE = 8192


class Lexicon:
    """Words in phrases, folded: `thank` itself, `thank~` with any inflection of its language, `*gesprach~` with any
    beginning, `bewerbungs*` with any end, `_` for up to two words of any kind.
    """

    def __init__(self, endings: dict[str, frozenset[str]]) -> None:
        self._endings = endings
        self._longest = max(map(len, set().union(*endings.values())), default=0)
        self._words: dict[str, set[str]] = defaultdict(set)
        self._stems: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._starts: dict[str, set[str]] = defaultdict(set)
        self._heads: set[str] = set()
        self._phrases: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = defaultdict(list)
        self._terms = lru_cache(_CACHE)(self._look_up)

    def add(self, phrase: str, language: str, concepts: frozenset[str]) -> None:
        terms = tuple(self._index(notation, language) for notation in phrase.split())
        self._phrases[terms[0]].append((terms[1:], concepts))

    def _index(self, notation: str, language: str) -> str:
        term = f"{language}:{notation}"
        if notation == _GAP:
            return _GAP
        if notation.endswith("*"):
            self._starts[notation[:-1]].add(term)
        elif notation.endswith("~"):
            self._stems[language, notation[:-1]].add(term)
        else:
            self._words[notation].add(term)
        if notation.startswith("*"):
            self._heads.add(notation[1 : 1 + _HEAD])
        return term

    def find(self, text: Words) -> Found:
        """Every concept in the text; a phrase never reaches over the end of a sentence."""
        terms = [self._terms(word) for word in text.words]
        found: Found = defaultdict(list)
        for start, here in enumerate(terms):
            for term in here:
                for rest, concepts in self._phrases.get(term, ()):
                    last = _end_of_phrase(rest, start, terms, text.sentences)
                    if last is not None:
                        for concept in concepts:
                            found[concept].append((start, last))
        return found

    def _look_up(self, word: str) -> frozenset[str]:
        terms = set(self._words.get(word, ())) | self._inflected(word, "")
        for length in range(1, len(word) + 1):
            terms |= self._starts.get(word[:length], set())
        for cut in range(len(word) - _HEAD + 1):
            if word[cut : cut + _HEAD] in self._heads:
                terms |= self._words.get("*" + word[cut:], set()) | self._inflected(word[cut:], "*")
        return frozenset(terms)

    def _inflected(self, word: str, mark: str) -> set[str]:
        terms: set[str] = set()
        for cut in range(max(1, len(word) - self._longest), len(word) + 1):
            for language, endings in self._endings.items():
                if word[cut:] in endings:
                    terms |= self._stems.get((language, mark + word[:cut]), set())
        return terms


def _end_of_phrase(
    rest: tuple[str, ...], at: int, terms: list[frozenset[str]], sentences: list[int]
) -> int | None:
    """The last word of a phrase whose first is the word `at`, or nothing if it does not go on as `rest` says."""
    reach, sentence = 0, sentences[at]
    for term in rest:
        if term == _GAP:
            reach = _WIDEST_GAP
            continue
        steps = range(at + 1, min(at + 2 + reach, len(terms)))
        nearest = next((i for i in steps if term in terms[i] and sentences[i] == sentence), None)
        if nearest is None:
            return None
        at, reach = nearest, 0
    return at
