"""The small closed language of the patterns, and whether one holds of a text."""

from collections.abc import Iterator
from dataclasses import dataclass

from poise.etiquette.wording.lexicon import Found, Span
from poise.etiquette.wording.words import Words


@dataclass(frozen=True, slots=True)
class Pattern:
    """`concepts`, all in one sentence (or, `across`, in the text), in order or not, `within` so many words.

    `question`: only, or never, in a question. `somewhere`: concepts that the text must have besides;
    `never_with`: that it must not have.
    """

    concepts: tuple[str, ...]
    ordered: bool = False
    across: bool = False
    within: int | None = None
    question: bool | None = None
    somewhere: tuple[str, ...] = ()
    never_with: tuple[str, ...] = ()

    def holds(self, text: Words, found: Found) -> bool:
        if not all(concept in found for concept in (*self.concepts, *self.somewhere)):
            return False
        if any(concept in found for concept in self.never_with):
            return False
        if self.across:
            return self._asked(bool(text.questions)) and self._placed([found[c] for c in self.concepts])
        return any(self._placed(spans) for spans in self._by_sentence(text, found))

    def _by_sentence(self, text: Words, found: Found) -> Iterator[list[list[Span]]]:
        split = [_sentences(found[concept], text.sentences) for concept in self.concepts]
        for sentence in split[0]:
            if all(sentence in spans for spans in split) and self._asked(sentence in text.questions):
                yield [spans[sentence] for spans in split]

    def _asked(self, asks: bool) -> bool:
        return self.question is None or self.question == asks

    def _placed(self, spans: list[list[Span]]) -> bool:
        if self.ordered:
            return _in_order(spans, self.within)
        return self.within is None or _together(spans, self.within)


@dataclass(frozen=True, slots=True)
class Whole:
    """A text of `at_most` words, all of these concepts but for `strangers` (names), at least one of `must`."""

    only: tuple[str, ...]
    must: tuple[str, ...]
    at_most: int
    strangers: int
    question: bool | None = None
    never_with: tuple[str, ...] = ()

    def holds(self, text: Words, found: Found) -> bool:
        if not 0 < len(text.words) <= self.at_most or not any(concept in found for concept in self.must):
            return False
        if any(concept in found for concept in self.never_with):
            return False
        if self.question is not None and self.question != bool(text.questions):
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
    """One span of each after the other; for each step the latest start serves: it makes the shortest way."""
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
