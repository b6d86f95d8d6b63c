"""A note as the checks see it: its words, its sentences and what is known of whom it goes to, each worked out once."""

from functools import cached_property
from itertools import pairwise

from poise.etiquette import wording
from poise.notes import patterns
from poise.notes.facts import Note
from poise.notes.names import Company, Person, titles
from poise.notes.speller import Speller, installed
from poise.notes.tokens import Span, prose, sentences, words

_ASKS = "asks-for-decision"
_SIGNATURE = 5  # so few words in a last line are a name
_WINDOW = 2  # so many sentences together say what one alone leaves open


class Reading:
    """Of one note; never changes."""

    def __init__(self, note: Note) -> None:
        self.note = note
        self.text = note.text
        self._read: dict[str, frozenset[str]] = {}

    @cached_property
    def words(self) -> list[Span]:
        return words(self.text)

    @cached_property
    def prose(self) -> list[Span]:
        """The words that are no address, no code and nothing with digits."""
        return prose(self.text, self.words)

    @cached_property
    def titled(self) -> frozenset[int]:
        """Where the words begin that stand behind a title: names."""
        return frozenset(b.start for a, b in pairwise(self.words) if a.text.casefold() in titles())

    @cached_property
    def sentences(self) -> list[Span]:
        return sentences(self.text)

    @cached_property
    def person(self) -> Person:
        return Person.of(self.note.interviewer or "")

    @cached_property
    def company(self) -> Company:
        return Company.of(self.note.company or "")

    @cached_property
    def speller(self) -> Speller | None:
        """None where no dictionaries are installed."""
        return installed(self.note.language)

    def is_word(self, word: str) -> bool:
        """Whether it is an ordinary word of the language, as far as dictionaries are there to tell."""
        return self.speller is not None and self.speller.knows(word)

    @cached_property
    def whole(self) -> Span:
        """All of the text but the space around it."""
        start = len(self.text) - len(self.text.lstrip())
        return Span(self.text.strip(), start, start + len(self.text.strip()))

    @cached_property
    def signed(self) -> int:
        """Where the last line begins, if it is short and no sentence: who writes. Else the end."""
        start = self.text.rstrip().rfind("\n") + 1
        line = self.text[start:].strip()
        return (
            start if start and len(line.split()) <= _SIGNATURE and line[-1] not in ".!?" else len(self.text)
        )

    def saying(self, name: str) -> list[Span]:
        """The sentences that are of a class of texts, or two together where one alone is not."""
        found = [one for one in self.sentences if name in self._classes(one.text)]
        return found or [pair for pair in self._pairs() if name in self._classes(pair.text)][:1]

    def _pairs(self) -> list[Span]:
        ends = zip(self.sentences, self.sentences[_WINDOW - 1 :], strict=False)
        return [Span(self.text[a.start : b.end], a.start, b.end) for a, b in ends]

    def _classes(self, text: str) -> frozenset[str]:
        """What a piece of the text says. How posts ask does not count: a note tells and asks much of the job."""
        if text not in self._read:
            self._read[text] = patterns.reader().read(text).classes | (wording.read_plainly(text) - {_ASKS})
        return self._read[text]
