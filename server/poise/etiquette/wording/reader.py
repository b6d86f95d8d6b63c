"""The classes of a text, by the patterns of each class."""

import re
from dataclasses import dataclass

from poise.etiquette.wording.lexicon import Lexicon
from poise.etiquette.wording.patterns import Pattern, Whole
from poise.etiquette.wording.words import Words, split

_APPLAUSE = re.compile("[👏👍🙌💯🔥❤🧡💛💚💙💜🤩😍🥰🚀⭐🌟✨💪🎉🏆👌]")
_APPLAUSE_WORD = "<applause>"


@dataclass(frozen=True, slots=True)
class Reader:
    lexicon: Lexicon
    classes: dict[str, tuple[Pattern | Whole, ...]]

    def read(self, text: str) -> frozenset[str]:
        words = split(text)
        if not words.words and _APPLAUSE.search(text):
            words = Words([_APPLAUSE_WORD], [0])
        found = self.lexicon.find(words)
        return frozenset(
            name
            for name, patterns in self.classes.items()
            if any(pattern.holds(words, found) for pattern in patterns)
        )
