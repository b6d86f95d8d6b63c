"""What a short text is about, where a verdict depends on it: `read(text)` names its classes.

Patterns over lemmas with the inflections spelt out, not a stemmer: Snowball makes one word of applicant and
application, keeps bewerben from beworben and søke from søkt, and takes longer to load than all of this.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from poise.etiquette.wording.reader import Reader


def read(text: str) -> frozenset[str]:
    """The classes that `text` (of any length, in any language or none) belongs to: names of `classes/*.toml`.

    Never raises; text that says nothing known gives the empty set. The first call loads the patterns.
    """
    return _reader().read(text)


@cache
def _reader() -> "Reader":
    from poise.etiquette.wording.loading import load

    return load()
