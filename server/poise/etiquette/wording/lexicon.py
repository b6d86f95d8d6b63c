"""The vocabulary of the patterns: which concepts the words of a text, alone or as phrases, belong to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from poise.etiquette.wording.notation import Language, Notations
from poise.etiquette.wording.words import Words

Span = tuple[int, int]  # the first and the last word of what was found
Found = dict[str, list[Span]]  # by concept, in the order of the text

_GAP, _WIDEST_GAP = "_", 2
_HARDLY = 3
_CACHE = 8192


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The terms after the first, and what the whole belongs to."""

    rest: tuple[str, ...]
    concepts: frozenset[str]

    def end(self, at: int, terms: list[frozenset[str]], sentences: list[int]) -> int | None:
        """The last word, if the words after the first, `at`, go on like this phrase within the sentence."""
        reach, sentence = 0, sentences[at]
        for term in self.rest:
            if term == _GAP:
                reach = _WIDEST_GAP
                continue
            steps = range(at + 1, min(at + 2 + reach, len(terms)))
            nearest = next((i for i in steps if term in terms[i] and sentences[i] == sentence), None)
            if nearest is None:
                return None
            at, reach = nearest, 0
        return at


@dataclass(slots=True)
class _Opening:
    """All phrases that begin with one term, by the term (or gap) after it; those of that term `alone`.

    They are worked out when the term is first met: most of the vocabulary no text of a day ever meets.
    """

    language: str
    raw: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    alone: set[str] = field(default_factory=set)
    phrases: dict[str, list[_Phrase]] = field(default_factory=lambda: defaultdict(list))

    def worked_out(self) -> "_Opening":
        for notations, concepts in self.raw:
            rest = tuple(n if n == _GAP else f"{self.language}:{n}" for n in notations.split())
            if rest:
                self.phrases[rest[0]].append(_Phrase(rest, concepts))
            else:
                self.alone |= concepts
        self.raw = []
        return self


class Lexicon:
    """Phrases of notations, by spaces; `_` in one stands for up to two words of any kind."""

    def __init__(self, languages: dict[str, Language]) -> None:
        self._languages = languages
        self._notations = Notations(languages)
        self._terms = lru_cache(_CACHE)(self._notations.met_by)
        self._openings: dict[str, _Opening] = {}

    def add(self, phrases: list[str], language: str, concepts: frozenset[str]) -> None:
        """All at once, before any text is read: words are remembered with what they were found to meet."""
        for notation in set(" ".join(phrases).split()) - {_GAP}:
            self._notations.add(notation, language)
        for phrase in phrases:
            first, _, rest = phrase.strip().partition(" ")
            term = f"{language}:{first}"
            if term not in self._openings:
                self._openings[term] = _Opening(language)
            self._openings[term].raw.append((rest, concepts))

    def find(self, text: Words) -> Found:
        """Every concept in the text; a phrase never reaches over the end of a sentence."""
        terms = [self._terms(word) for word in text.words]
        foreign = self._foreign(text.words)
        found: Found = defaultdict(list)
        for at, here in enumerate(terms):
            ahead = [*terms[at + 1], _GAP] if at + 1 < len(terms) else []
            for opening in (self._openings[term].worked_out() for term in here if term in self._openings):
                if opening.language not in foreign:
                    _add(found, opening.alone, (at, at))
                    for phrase in (phrase for term in ahead for phrase in opening.phrases.get(term, ())):
                        last = phrase.end(at, terms, text.sentences)
                        _add(found, () if last is None else phrase.concepts, (at, last or at))
        return found

    def _foreign(self, words: list[str]) -> set[str]:
        """The languages that the text is hardly in: their words would be met by chance (fan, faen)."""
        counts = {name: sum(w in traits.common for w in words) for name, traits in self._languages.items()}
        return {name for name, count in counts.items() if count * _HARDLY < max(counts.values()) - 1}


def _add(found: Found, concepts: Iterable[str], span: Span) -> None:
    for concept in concepts:
        found[concept].append(span)
