"""What a short text is about, where a verdict depends on it: `read(text)` names its classes, `weigh(text)` the sure ones too.

Two readings that check each other. Patterns over lemmas, with the inflections spelt out, not a stemmer: Snowball makes
one word of applicant and application, keeps bewerben from beworben and søke from søkt, and takes longer to load than
all of this. And weights of words, parts of words and concepts (`marks.py`), learnt from labelled texts by
`python -m training`. Of the texts kept aside the patterns alone found 0.78; with the weights it is 0.93.

Evidence has two strengths. Of what either reading speaks for, a hint is shown. A click is held only where both agree, the
text speaks of a job, and it weighs more, by a margin, than any open text of no class does when left out of the lesson:
`python -m training check` says how much that is. Of the texts kept aside half of those found are sure, the other half are
cautioned; none of the 216 hard neighbours is held, 14 of all 231 texts of no class are cautioned.

The weights are linear, for that is a table of numbers in the package: nothing to download or to install, read in a
fraction of a millisecond. The weight that a class needs, alone, where a pattern holds too, and beyond doubt, stands in its file.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from poise.etiquette.wording.reader import Reader, Reading


def read(text: str) -> frozenset[str]:
    """The classes that `text` (of any length, in any language or none) belongs to: names of `classes/*.toml`.

    Never raises; text that says nothing known gives the empty set. The first call loads the patterns.
    """
    return _reader().read(text).classes


def weigh(text: str) -> "Reading":
    """The same, with those of the classes that are beyond doubt."""
    return _reader().read(text)


def read_plainly(text: str) -> frozenset[str]:
    """The same by the patterns alone: for one sentence of a longer text, which weights of whole texts misjudge."""
    return _plain_reader().read(text).classes


@cache
def _plain_reader() -> "Reader":
    from dataclasses import replace

    return replace(_reader(), needs={}, weights=None)


@cache
def _reader() -> "Reader":
    from poise.etiquette.wording.loading import load

    return load()
