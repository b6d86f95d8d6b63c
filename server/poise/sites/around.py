"""What stands around an element; answered once for each, so that a deep nest costs what a flat page does."""

from collections.abc import Callable, Iterable
from functools import partial

from bs4 import Tag

from poise.sites import tree
from poise.sites.pattern import Pattern
from poise.sites.selector import Selector


class Around:
    """The answers for one page, which must stay in memory as long as this does."""

    def __init__(self, elements: list[Tag]) -> None:
        self._elements = elements
        self._answers: dict[object, dict[int, Tag | None]] = {}
        self._holders: dict[int, set[int]] = {}

    def closest(self, tag: Tag, patterns: Iterable[Pattern]) -> Tag | None:
        """The nearest element around `tag` that the first pattern fits; failing that, the next pattern."""
        for pattern in patterns:
            found = self._nearest(tag, id(pattern), partial(self._fits, pattern))
            if found is not None:
                return found
        return None

    def hidden(self, tag: Tag) -> bool:
        """Whether the markup says that `tag`, or anything around it, is not shown."""
        return tree.unseen(tag) or self._nearest(tag, "unseen", tree.unseen) is not None

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

    def _fits(self, pattern: Pattern, tag: Tag) -> bool:
        if not pattern.selector.matches(tag):
            return False
        return pattern.holds is None or id(tag) in self._holding(pattern.holds)

    def _holding(self, selector: Selector) -> set[int]:
        """All elements that hold one that `selector` matches, in the same tree; found from the inside."""
        if id(selector) not in self._holders:
            holders = self._holders[id(selector)] = set[int]()
            for tag in self._elements:
                parent = tag.parent if selector.matches(tag) else None
                while parent is not None and parent.name != "template" and id(parent) not in holders:
                    holders.add(id(parent))
                    parent = parent.parent
        return self._holders[id(selector)]
