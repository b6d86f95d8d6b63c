"""The vocabulary of the patterns: which concepts the words of a text, alone or as phrases, belong to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from poise.etiquette.wording.notation import Language
from poise.etiquette.wording.words import Words

Term = tuple[str, str]  # a language and one of its notations
Span = tuple[int, int]  # the first and the last word of what was found
Found = dict[str, list[Span]]  # by concept, in the order of the text

GAP = "_"
_WIDEST_GAP = 2
_HARDLY = 3
_CACHE = 8192


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The notations after the first, those of them that are words, and what the whole belongs to."""

    rest: tuple[Term, ...]
    words: frozenset[Term]
    concepts: frozenset[str]

    def end(self, at: int, terms: list[frozenset[Term]], sentences: list[int]) -> int | None:
        """The last word, if the words after the first, `at`, go on like this phrase within the sentence."""
        reach, sentence = 0, sentences[at]
        for term in self.rest:
            if term[1] == GAP:
                reach = _WIDEST_GAP
                continue
            steps = range(at + 1, min(at + 2 + reach, len(terms)))
            for at in steps:
                if term in terms[at] and sentences[at] == sentence:
                    break
            else:
                return None
            reach = 0
        return at


@dataclass(slots=True)
class _Opening:
    """All phrases that begin with one notation, by the one (or the gap) after it; those of it `alone`.

    They are worked out when it is first met: most of the vocabulary no text of a day ever meets.
    """

    raw: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    alone: set[str] = field(default_factory=set)
    phrases: dict[Term, list[_Phrase]] = field(default_factory=lambda: defaultdict(list))

    def worked_out(self, language: str) -> "_Opening":
        for notations, concepts in self.raw:
            rest = tuple((language, notation) for notation in notations.split())
            if rest:
                words = frozenset(term for term in rest if term[1] != GAP)
                self.phrases[rest[0]].append(_Phrase(rest, words, concepts))
            else:
                self.alone |= concepts
        self.raw = []
        return self


class Lexicon:
    """Phrases of notations, by spaces; `_` in one stands for up to two words of any kind."""

    def __init__(self, languages: dict[str, Language]) -> None:
        self._languages = languages
        self._terms = lru_cache(_CACHE)(self._terms_of)
        self._openings: dict[Term, _Opening] = defaultdict(_Opening)

    def add(self, phrases: list[str], language: str, concepts: frozenset[str]) -> None:
        """All before any text is read, as words are remembered with what they were found to meet."""
        self._languages[language].add(set(" ".join(phrases).split()))
        for phrase in phrases:
            first, _, rest = phrase.strip().partition(" ")
            self._openings[language, first].raw.append((rest, concepts))

    def find(self, text: Words) -> Found:
        """Every concept in the text; a phrase never reaches over the end of a sentence."""
        terms = [self._terms(word) for word in text.words]
        present = frozenset[Term]().union(*set(terms))
        foreign = self._foreign(text.words)
        found: Found = defaultdict(list)
        for at, here in enumerate(terms):
            ahead = terms[at + 1] if at + 1 < len(terms) else ()
            for first in here:
                if first in self._openings and first[0] not in foreign:
                    opening = self._openings[first].worked_out(first[0])
                    if opening.alone:
                        _add(found, opening.alone, (at, at))
                    for phrase in _going_on(opening, (*ahead, (first[0], GAP))):
                        # Most phrases that begin in a text lack one of its words altogether.
                        last = phrase.end(at, terms, text.sentences) if phrase.words <= present else None
                        if last is not None:
                            _add(found, phrase.concepts, (at, last))
        return found

    def _terms_of(self, word: str) -> frozenset[Term]:
        met = ((name, traits.met_by(word)) for name, traits in self._languages.items())
        return frozenset((name, notation) for name, notations in met for notation in notations)

    def _foreign(self, words: list[str]) -> set[str]:
        """The languages that the text is hardly in: their words would be met by chance (fan, faen)."""
        spoken = {name: traits.common for name, traits in self._languages.items() if traits.common}
        counts = {name: sum(word in common for word in words) for name, common in spoken.items()}
        return {name for name, count in counts.items() if count * _HARDLY < max(counts.values()) - 1}


def _going_on(opening: _Opening, ahead: tuple[Term, ...]) -> list[_Phrase]:
    return [phrase for term in ahead for phrase in opening.phrases.get(term, ())]


def _add(found: Found, concepts: Iterable[str], span: Span) -> None:
    for concept in concepts:
        found[concept].append(span)
