"""How a map recognises an element: a selector and, where needed, one thing more.

`SELECTOR says GROUP`: it says one of these labels; `SELECTOR last`: it is the last such element of its
surroundings; `SELECTOR holds SELECTOR`: there is such an element within it.
"""

import re
from dataclasses import dataclass
from functools import cache

from poise.sites.selector import Selector, compile_selector

_FORM = re.compile(r"(.+?)(?: says ([a-z][a-z-]*)|( last)| holds (.+))?")


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """One text, one pattern: what was found out of it on a page holds for all who ask."""

    selector: Selector
    group: str | None
    last: bool
    holds: Selector | None


@cache
def compile_pattern(text: str) -> Pattern:
    """The pattern written as `text`; raises ValueError for one that is outside the language."""
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError("an empty pattern matches nothing")
    selector, group, last, held = found.groups()
    return Pattern(compile_selector(selector), group, bool(last), compile_selector(held) if held else None)
