"""Labels of controls in all languages of a map: exact texts, and templates.

In a template `{n}` stands for the name of the person it reaches, `*` for anything else.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from poise.sites.text import LONGEST, clean, fold

_DOTS = re.compile(r" ?[.]{3}$")  # as in "Write a comment…"
_HOLE = re.compile(r"({n}|[*])")


class Said(NamedTuple):
    """A label that was recognised, and the name in it if its template has one."""

    name: str | None


class Labels:
    """One group of labels, ready to compare with what a control says."""

    def __init__(self, texts: Iterable[str]) -> None:
        folded = {_DOTS.sub("", fold(text)) for text in texts}
        self.exact = frozenset(text for text in folded if not _HOLE.search(text))
        # Of two templates that fit, the one that leaves less to the name: order in a file says nothing.
        templates = sorted(folded - self.exact, key=lambda text: (-len(text), text))
        self.around = [_HOLE.split(text, maxsplit=1) for text in templates]

    def read(self, text: str) -> Said | None:
        """What `text` says in this group: null if it is none of its labels."""
        seen = _DOTS.sub("", clean(text[: LONGEST + 1]))
        low = fold(seen)
        if not seen or len(text) > LONGEST:
            return None
        if low in self.exact:
            return Said(None)
        for before, hole, after in self.around:
            if len(low) > len(before) + len(after) and low.startswith(before) and low.endswith(after):
                whole = seen if len(seen) == len(low) else low
                name = clean(whole[len(before) : len(whole) - len(after)])
                return Said(name or None if hole == "{n}" else None)
        return None
