"""Labels of controls in all languages of a map: exact texts, and templates with `{n}` for a name."""

from collections.abc import Iterable
from typing import NamedTuple

from poise.sites.text import LONGEST, clean, fold


class Said(NamedTuple):
    """A label that was recognised, and the name in it if its template has one."""

    name: str | None


class Labels:
    """One group of labels, ready to compare with what a control says."""

    def __init__(self, texts: Iterable[str]) -> None:
        folded = [fold(text) for text in texts]
        self.exact = frozenset(text for text in folded if "{n}" not in text)
        # Of two templates that fit, the one that leaves less to the name: order in a file says nothing.
        templates = sorted((text for text in folded if "{n}" in text), key=lambda text: (-len(text), text))
        self.around = [text.split("{n}", 1) for text in templates]

    def read(self, text: str) -> Said | None:
        """What `text` says in this group: null if it is none of its labels."""
        seen = clean(text[: LONGEST + 1])
        low = seen.lower()
        if not seen or len(text) > LONGEST:
            return None
        if low in self.exact:
            return Said(None)
        for before, after in self.around:
            if len(low) > len(before) + len(after) and low.startswith(before) and low.endswith(after):
                whole = seen if len(seen) == len(low) else low
                return Said(clean(whole[len(before) : len(whole) - len(after)]) or None)
        return None
