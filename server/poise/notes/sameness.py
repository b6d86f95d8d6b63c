"""How much of one text stands in another, also where it was lightly reworded."""

from dataclasses import dataclass
from functools import lru_cache

from poise.etiquette.wording.fold import fold
from poise.notes import patterns
from poise.notes.tokens import Span, sentences

_STEM = 5
_LEAST_WORDS = 4
_SAME_SENTENCE = 0.6
_MOST_SENTENCES = 150


@dataclass(frozen=True, slots=True)
class Shared:
    """The sentences of the text that the other has too, and their share of the words that are its own, 0 to 1."""

    sentences: tuple[Span, ...]
    share: float


def shared(text: str, other: str, but: frozenset[str]) -> Shared:
    """Sentences that are in every such note say nothing, nor do the names in `but` (folded)."""
    theirs = [stems for _, stems in _own(other, but)]
    mine = _own(text, but)
    same = [(span, stems) for span, stems in mine if any(_alike(stems, against) for against in theirs)]
    all_words = sum(len(stems) for _, stems in mine)
    return Shared(
        tuple(span for span, _ in same), sum(len(s) for _, s in same) / all_words if all_words else 0.0
    )


def _alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    common = len(mine & theirs)
    return common >= _SAME_SENTENCE * len(mine) and common >= _SAME_SENTENCE * len(theirs) * 0.7


@lru_cache(32)
def _own(text: str, but: frozenset[str]) -> list[tuple[Span, frozenset[str]]]:
    """Each sentence that says something, with the stems of what it says."""
    found = ((span, _stems(span.text, but)) for span in sentences(text)[:_MOST_SENTENCES])
    return [(span, stems) for span, stems in found if len(stems) >= _LEAST_WORDS]


def _stems(sentence: str, but: frozenset[str]) -> frozenset[str]:
    found, stock = patterns.covered(sentence, "stock")
    own = [word for place, word in enumerate(found.words) if place not in stock]
    return frozenset(fold(word)[:_STEM] for word in own if len(word) > 1 and word not in but)
