"""Whether an element is a control: how it must look, where it must stand, and what it must not be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from bs4 import Tag

from poise.sites import tree
from poise.sites.labels import Said
from poise.sites.page import Page
from poise.sites.pattern import Pattern
from poise.sites.schema import Shape
from poise.sites.selector import Selector

S = TypeVar("S", bound=Shape)
Fitting = list[tuple[Pattern, Said]]


@dataclass(frozen=True, slots=True)
class Possible(Generic[S]):
    """What an element of one name could be: all patterns, each once by what they select, and the shapes with theirs.

    Shapes share many patterns, and on a large page most elements fit none.
    """

    patterns: dict[Selector, list[Pattern]]
    shapes: list[tuple[S, list[Pattern]]]


def possible(shapes: Iterable[S], name: str) -> Possible[S]:
    """What of `shapes` an element called `name` could be."""
    maybe = [(shape, [one for one in shape.patterns if one.selector.may_be(name)]) for shape in shapes]
    here = [(shape, patterns) for shape, patterns in maybe if patterns]
    selected: dict[Selector, list[Pattern]] = {}
    for pattern in dict.fromkeys(one for _, patterns in here for one in patterns):
        selected.setdefault(pattern.selector, []).append(pattern)
    return Possible(selected, here)


def recognise(page: Page, possible: Possible[S], tag: Tag) -> tuple[S, Said] | None:
    """The first shape that `tag` is, if it acts when clicked, and what it says; null if it is none."""
    heard = dict(_heard(page, possible, tag))
    if not heard or tree.disabled(tag):
        return None
    for shape, patterns in possible.shapes:
        if heard.keys().isdisjoint(patterns):
            continue
        said = _said(page, shape, [(one, heard[one]) for one in patterns if one in heard], tag)
        if said:
            return shape, said
    return None


def _heard(page: Page, possible: Possible[S], tag: Tag) -> Iterator[tuple[Pattern, Said]]:
    for selector, patterns in possible.patterns.items():
        if page.around.matches(selector, tag):
            yield from ((one, said) for one in patterns if (said := page.hears(one, tag)))


def _said(page: Page, shape: Shape, fitting: Fitting, tag: Tag) -> Said | None:
    around = page.around.closest(tag, shape.surroundings)
    if shape.within and around is None:
        return None
    heard = [said for pattern, said in fitting if not pattern.last or _is_last(page, pattern, tag, around)]
    if not heard or any(page.says(pattern, tag) for pattern in shape.exceptions):
        return None
    return next((said for said in heard if said.name), heard[0])


def _is_last(page: Page, pattern: Pattern, tag: Tag, around: Tag | None) -> bool:
    alike = page.around.inside(around, pattern.selector)
    return bool(alike) and alike[-1] is tag
