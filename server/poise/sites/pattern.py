"""How a map recognises an element: a selector and, where needed, one thing more.

`SELECTOR says GROUP`: it says one of these labels; `SELECTOR last`: it is the last such element of its
surroundings; `SELECTOR holds SELECTOR`: there is such an element within it.
"""

import re
from dataclasses import dataclass

from poise.sites.selector import Selector

_FORM = re.compile(r"(.+?)(?: says ([a-z][a-z-]*)|( last)| holds (.+))?")


@dataclass(frozen=True, slots=True)
class Pattern:
    selector: Selector
    group: str | None
    last: bool
    holds: Selector | None


def compile_pattern(text: str) -> Pattern:
    """The pattern written as `text`; raises ValueError for one that is outside the language."""
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError("an empty pattern matches nothing")
    selector, group, last, held = found.groups()
    return Pattern(Selector(selector), group, bool(last), Selector(held) if held else None)
