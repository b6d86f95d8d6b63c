"""The small closed language of the patterns, and whether one holds of a text."""

from dataclasses import dataclass
from functools import partial

from poise.etiquette.wording.lexicon import Found, Span
from poise.etiquette.wording.words import Words


@dataclass(frozen=True, slots=True)
class Pattern:
    """`concepts`, all within one sentence (or anywhere, `across`), in that order or any, `within` so many words.

    `question`: only, or never, in a question. `somewhere`: concepts that the text must have besides.
    `unless`: concepts that the sentence must not have; `never_with`: that the text must not have.
    """

    concepts: tuple[str, ...]
    ordered: bool = False
    across: bool = False
    within: int | None = None
    question: bool | None = None
    somewhere: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    never_with: tuple[str, ...] = ()

    def holds(self, text: Words, found: Found) -> bool:
        if not all(concept in found for concept in (*self.concepts, *self.somewhere)):
            return False
        if any(concept in found for concept in self.never_with):
            return False
        if self.across:
            spans = [found[concept] for concept in self.concepts]
            asks = bool(text.questions)
            return self._asked(asks) and not any(c in found for c in self.unless) and self._placed(spans)
        return any(self._placed(spans) for spans in self._by_sentence(text, found))

    def _by_sentence(self, text: Words, found: Found) -> "list[list[list[Span]]]":
        at = partial(_sentences, numbers=text.sentences)
        shared = set.intersection(*(set(at(found[concept])) for concept in self.concepts))
        shared = {sentence for sentence in shared if self._asked(sentence in text.questions)}
        shared = shared.difference(*(at(found.get(concept, [])) for concept in self.unless))
        split = [at(found[concept]) for concept in self.concepts]
        return [[spans[sentence] for spans in split] for sentence in shared]

    def _asked(self, asks: bool) -> bool:
        return self.question is None or self.question == asks

    def _placed(self, spans: list[list[Span]]) -> bool:
        if self.ordered:
            return _in_order(spans, self.within)
        return self.within is None or _together(spans, self.within)


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole text is of these concepts, at least one of `must`, but for `strangers` words (names), `at_most` words."""

    only: tuple[str, ...]
    must: tuple[str, ...]
    at_most: int
    strangers: int

    def holds(self, text: Words, found: Found) -> bool:
        if not 0 < len(text.words) <= self.at_most or not any(concept in found for concept in self.must):
            return False
        spans = [span for concept in (*self.only, *self.must) for span in found.get(concept, ())]
        known = {i for first, last in spans for i in range(first, last + 1)}
        return len(text.words) - len(known) <= self.strangers


def _sentences(spans: list[Span], numbers: list[int]) -> dict[int, list[Span]]:
    split: dict[int, list[Span]] = {}
    for span in spans:
        split.setdefault(numbers[span[0]], []).append(span)
    return split


def _in_order(spans: list[list[Span]], within: int | None) -> bool:
    """One span of each after the other. For each step the latest start so far serves: it makes the shortest way."""
    events = sorted((span, -step) for step, of_step in enumerate(spans) for span in of_step)
    latest: list[Span | None] = [None] * len(spans)  # where a way to this step began, and where it ends
    for (first, last), minus_step in events:
        step = -minus_step
        before = latest[step - 1] if step else (first, first - 1)
        if before is None or before[1] >= first:
            continue
        if step == len(spans) - 1 and (within is None or last - before[0] < within):
            return True
        latest[step] = (before[0], last)
    return False


def _together(spans: list[list[Span]], within: int) -> bool:
    """One span of each in any order, from the first word to the last no more than `within` words."""
    latest: dict[int, int] = {}
    for (first, last), step in sorted((span, step) for step, of_step in enumerate(spans) for span in of_step):
        latest[step] = first
        if len(latest) == len(spans) and last - min(latest.values()) < within:
            return True
    return False
