"""Labels of controls in all languages of a map: exact texts, and templates.

In a template `{n}` stands for the name of the person it reaches, `*` for anything else.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from poise.text import LONGEST, clean, fold

_DOTS = re.compile(r" ?[.]{3}$")  # as in "Write a comment…"
_HOLE = re.compile(r"({n}|[*])")


class Said(NamedTuple):
    """A label that was recognised, and the name in it if its template has one."""

    name: str | None


class Heard(NamedTuple):
    """What a control says: as it is seen, and folded to the same length."""

    seen: str
    low: str


class Labels:
    """One group of labels, ready to compare with what a control says."""

    def __init__(self, texts: Iterable[str]) -> None:
        folded = {_DOTS.sub("", fold(text)) for text in texts}
        self.exact = frozenset(text for text in folded if not _HOLE.search(text))
        # Of two templates that fit, the one that leaves less to the name: order in a file says nothing.
        templates = sorted(folded - self.exact, key=lambda text: (-len(text), text))
        self.around = [_HOLE.split(text, maxsplit=1) for text in templates]
        self._begins = tuple(before for before, _, _ in self.around if before)
        self._ends = tuple(after for before, _, after in self.around if not before)

    def read(self, heard: Heard) -> Said | None:
        """What was heard says in this group: null if it is none of its labels."""
        seen, low = heard
        if low in self.exact:
            return Said(None)
        # Most labels are none of these: asked at once, before one by one.
        if not low.startswith(self._begins) and not low.endswith(self._ends):
            return None
        for before, hole, after in self.around:
            if low.startswith(before) and low.endswith(after) and len(low) > len(before) + len(after):
                name = clean(seen[len(before) : len(seen) - len(after)])
                return Said(name or None if hole == "{n}" else None)
        return None


def hear(text: str) -> Heard | None:
    """`text` ready to be read by any group; null if it is no label at all."""
    seen = _DOTS.sub("", clean(text)) if len(text) <= LONGEST else ""
    low = fold(seen)
    return Heard(seen if len(seen) == len(low) else low, low) if seen else None
