"""What a short text is about, where a verdict depends on it: `read(text)` names its classes.

Patterns over lemmas with each language's inflections spelt out, not a stemmer: Snowball joins what must stay apart (applicant,
application) and parts what belongs together (bewerben, beworben), and takes 80 microseconds for each German word.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from poise.etiquette.wording.reader import Reader


def read(text: str) -> frozenset[str]:
    """The classes that `text` (any length, any language or none) belongs to, by the names of `classes/*.toml`.

    Never raises; text that says nothing known gives the empty set. The first call loads the patterns.
    """
    return _reader().read(text)


@cache
def _reader() -> "Reader":
    from poise.etiquette.wording.loading import load

    return load()
