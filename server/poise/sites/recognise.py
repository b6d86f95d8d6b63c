"""Whether an element is a control: how it must look, where it must stand, and what it must not be."""

from collections.abc import Iterable

from bs4 import Tag

from poise.sites import tree
from poise.sites.labels import Said
from poise.sites.page import Page
from poise.sites.pattern import Pattern
from poise.sites.schema import Shape


def recognise(page: Page, control: Shape, patterns: Iterable[Pattern], tag: Tag) -> Said | None:
    """What `tag` says if it is this control by one of `patterns`, and acts when clicked; null if not."""
    fitting = [(pattern, said) for pattern in patterns if (said := page.says(pattern, tag))]
    if not fitting or tree.disabled(tag):
        return None
    around = page.around.closest(tag, control.surroundings)
    if control.within and around is None:
        return None
    if any(page.says(pattern, tag) for pattern in control.exceptions):
        return None
    heard = [said for pattern, said in fitting if not pattern.last or _is_last(page, pattern, tag, around)]
    return next((said for said in heard if said.name), heard[0] if heard else None)


def _is_last(page: Page, pattern: Pattern, tag: Tag, around: Tag | None) -> bool:
    alike = page.around.inside(around, pattern.selector)
    return bool(alike) and alike[-1] is tag
