"""What stands around an element; answered once for each, so that a deep nest costs what a flat page does."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeVar

from bs4 import Tag

from poise.sites import tree
from poise.sites.pattern import Pattern
from poise.sites.selector import Memo, Selector

T = TypeVar("T")


class Around:
    """The answers for one page, which must stay in memory as long as this does."""

    def __init__(self, elements: list[Tag]) -> None:
        self._elements = elements
        self._answers: dict[object, dict[int, Tag | None]] = {}
        self._kept: dict[object, Any] = {}
        self._memo: Memo = {}

    def matches(self, selector: Selector, tag: Tag) -> bool:
        return selector.matches(tag, self._memo)

    def once(self, question: object, answer: Callable[[], T]) -> T:
        """The answer to a question, worked out when it is first asked."""
        if question not in self._kept:
            self._kept[question] = answer()
        found: T = self._kept[question]
        return found

    def closest(self, tag: Tag, patterns: Iterable[Pattern]) -> Tag | None:
        """The nearest element around `tag` that the first pattern fits; failing that, the next pattern."""
        for pattern in patterns:
            found = self._nearest(tag, id(pattern), partial(self.fits, pattern))
            if found is not None:
                return found
        return None

    def hidden(self, tag: Tag) -> bool:
        """Whether the markup says that `tag`, or anything around it, is not shown."""
        return tree.unseen(tag) or self._nearest(tag, "unseen", tree.unseen) is not None

    def inside(self, around: Tag | None, selector: Selector) -> list[Tag]:
        """All elements within `around` that `selector` matches, in document order."""
        within = tree.elements(around) if around else ()
        matching = (tag for tag in within if self.matches(selector, tag))
        return self.once((id(around), id(selector)), lambda: list(matching))

    def _nearest(self, tag: Tag, question: object, fits: Callable[[Tag], bool]) -> Tag | None:
        answers = self._answers.setdefault(question, {})
        if id(tag) in answers:
            return answers[id(tag)]
        passed = [id(tag)]
        found: Tag | None = None
        for around in tree.ancestors(tag):
            if fits(around):
                found = around
                break
            if id(around) in answers:
                found = answers[id(around)]
                break
            passed.append(id(around))
        answers.update(dict.fromkeys(passed, found))
        return found

    def fits(self, pattern: Pattern, tag: Tag) -> bool:
        """Whether `tag` is what the pattern selects, and holds what it must hold."""
        return pattern.selector.matches(tag, self._memo) and self.holds(pattern.holds, tag)

    def holds(self, held: Selector | None, tag: Tag) -> bool:
        """Whether there is such an element within `tag`; of nothing there always is."""
        return held is None or id(tag) in self.once(id(held), lambda: self._holding(held))

    def _holding(self, selector: Selector) -> set[int]:
        """All elements that hold one that `selector` matches, in the same tree; found from the inside."""
        holders = set[int]()
        for tag in self._elements:
            parent = tag.parent if self.matches(selector, tag) else None
            while parent is not None and parent.name != "template" and id(parent) not in holders:
                holders.add(id(parent))
                parent = parent.parent
        return holders
