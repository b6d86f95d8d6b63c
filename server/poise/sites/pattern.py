"""How a map recognises an element: a selector, and after it, where needed, `says GROUP` or `last`."""

import re
from dataclasses import dataclass

from poise.sites.selector import Selector

_FORM = re.compile(r"(?P<selector>.+?)(?: says (?P<group>[a-z][a-z-]*)|(?P<last> last))?")


@dataclass(frozen=True, slots=True)
class Pattern:
    """`group`: the labels it must say one of; `last`: it is the last such element of its surroundings."""

    selector: Selector
    group: str | None
    last: bool


def compile_pattern(text: str) -> Pattern:
    """The pattern written as `text`; raises ValueError for one that is outside the subset."""
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError("an empty pattern matches nothing")
    return Pattern(Selector(found["selector"]), found["group"], bool(found["last"]))
