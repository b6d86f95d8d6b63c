"""Whether an element is a control: how it must look, where it must stand, and what it must not be."""

from bs4 import Tag

from poise.sites import tree
from poise.sites.labels import Said
from poise.sites.page import Page, says
from poise.sites.pattern import Pattern
from poise.sites.schema import Control


def recognise(page: Page, control: Control, tag: Tag) -> Said | None:
    """What `tag` says if it is this control, and acts when clicked; null if not."""
    seen = ((pattern, says(page.site, pattern, tag)) for pattern in control.patterns)
    fitting = [(pattern, said) for pattern, said in seen if said]
    if not fitting or tree.disabled(tag):
        return None
    around = page.around.closest(tag, control.surroundings)
    if control.within and around is None:
        return None
    if any(says(page.site, pattern, tag) for pattern in control.exceptions):
        return None
    heard = [said for pattern, said in fitting if not pattern.last or _is_last(pattern, tag, around)]
    return next((said for said in heard if said.name), heard[0] if heard else None)


def _is_last(pattern: Pattern, tag: Tag, around: Tag | None) -> bool:
    alike = [one for one in tree.elements(around) if pattern.selector.matches(one)] if around else []
    return bool(alike) and alike[-1] is tag
