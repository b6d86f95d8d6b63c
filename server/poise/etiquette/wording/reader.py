"""The classes of a text: the patterns of each class, and what its words weigh."""

import re
from dataclasses import dataclass, field

from poise.etiquette.wording.lexicon import Found, Lexicon
from poise.etiquette.wording.patterns import Pattern, Whole
from poise.etiquette.wording.weights import Weights
from poise.etiquette.wording.words import Words, split

_APPLAUSE = re.compile("[👏👍🙌💯🔥❤🧡💛💚💙💜🤩😍🥰🚀⭐🌟✨💪🎉🏆👌]")
_APPLAUSE_WORD = "<applause>"


@dataclass(frozen=True, slots=True)
class Needs:
    """The weight that makes a text one of the class: all by itself, or where a pattern holds as well.

    `sure`: the weight that leaves no doubt where a pattern holds and the text has one of `sure_with`; None: never.
    """

    alone: float
    backed: float
    sure: float | None = None
    sure_with: tuple[str, ...] = ()

    def leave_no_doubt(self, weight: float, found: Found) -> bool:
        return self.sure is not None and weight >= self.sure and any(c in found for c in self.sure_with)


@dataclass(frozen=True, slots=True)
class Reading:
    """The classes that something in the text speaks for, and those of them that are beyond doubt."""

    classes: frozenset[str] = frozenset()
    sure: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reader:
    """`classes` by name; one that is not in `needs` goes by its patterns only, and is never sure."""

    lexicon: Lexicon
    classes: dict[str, tuple[Pattern | Whole, ...]]
    needs: dict[str, Needs] = field(default_factory=dict)
    weights: Weights | None = None

    def read(self, text: str) -> Reading:
        words, found = self.found(text)
        if not words.words:
            return Reading()
        weighed = self.weights.weigh(words, found) if self.weights else {}
        return self.judged({name: weighed[name] for name in self.needs if name in weighed}, words, found)

    def found(self, text: str) -> tuple[Words, Found]:
        words = split(text)
        if not words.words and _APPLAUSE.search(text):
            words = Words([_APPLAUSE_WORD], [0])
        return words, self.lexicon.find(words)

    def judged(self, weighed: dict[str, float], words: Words, found: Found) -> Reading:
        """Weight alone names one class at most, the heaviest; patterns name any that weight does not belie."""
        heaviest = max(weighed, key=weighed.__getitem__, default="")
        alone = {heaviest} if heaviest and weighed[heaviest] >= self.needs[heaviest].alone else set()
        backed = {
            name
            for name, patterns in self.classes.items()
            if (name not in weighed or weighed[name] >= self.needs[name].backed)
            and any(pattern.holds(words, found) for pattern in patterns)
        }
        sure = (n for n in backed & weighed.keys() if self.needs[n].leave_no_doubt(weighed[n], found))
        return Reading(frozenset(alone | backed), frozenset(sure))
