"""The part of CSS that a site map may use, for BeautifulSoup's tags.

A subset on purpose: small enough that this and the browser's own engine cannot disagree, and quick enough
for pages of 30,000 elements. Tag, `#id`, `.class`, `[name]`, `[name="value"]` with `^= $= *= ~=` and ` i`,
`:not(…)` around one of these, descendants, `>`, `+`, and lists. Like the browser, it stops at a shadow root.
"""

import re
from collections.abc import Callable, Iterator

from bs4 import Tag

Test = Callable[[Tag], bool]

_SIMPLE = re.compile(
    r"(?P<tag>\*|[a-z][a-z0-9-]*)|#(?P<id>[\w-]+)|\.(?P<class>[\w-]+)"
    r"|\[(?P<name>[\w-]+)(?:(?P<op>[~^$*]?=)\"(?P<value>[^\"\\]+)\"(?P<fold> i)?)?\]"
    r"|:not\((?P<but>[^()]+)\)"
)
_JOIN = re.compile(r" *([>+]) *| +")
_LAST_NAME = re.compile(r"(?:^|[ >+])([a-z*][a-z0-9-]*)[^ >+]*$")
_COMPARE: dict[str, Callable[[str, str], bool]] = {
    "=": str.__eq__,
    "^=": str.startswith,
    "$=": str.endswith,
    "*=": str.__contains__,
    "~=": lambda given, wanted: wanted in given.split(),
}


class Selector:
    """A compiled selector; raises ValueError for what is outside the subset."""

    def __init__(self, text: str) -> None:
        self.text = text
        parts = [part.strip() for part in _split(text)]
        self._chains = [_chain(part) for part in parts]
        self._names = [_last_name(part) for part in parts]

    def may_be(self, name: str) -> bool:
        """Whether a tag called `name` could match at all; a quick way past most of a page."""
        return any(chain_name in {None, name} for chain_name in self._names)

    def matches(self, tag: Tag) -> bool:
        return any(_fits(tag, chain, len(chain) - 1) for chain in self._chains)


def _split(text: str) -> list[str]:
    """The parts between commas that are not within quotes."""
    return re.findall(r"(?:\"[^\"]*\"|[^,\"])+", text) or [text]


def _last_name(part: str) -> str | None:
    found = _LAST_NAME.search(re.sub(r"\[[^\]]*\]|:not\([^)]*\)", "[]", part))
    return found[1] if found and found[1] != "*" else None


def _chain(text: str) -> list[tuple[str, list[Test]]]:
    """Compounds from left to right, each with how it joins the one before it: '', ' ', '>' or '+'."""
    chain: list[tuple[str, list[Test]]] = []
    join, at = "", 0
    while at < len(text):
        tests, at = _compound(text, at)
        chain.append((join, tests))
        gap = _JOIN.match(text, at)
        if gap is None:
            break
        join, at = gap[1] or " ", gap.end()
    if at != len(text) or not chain:
        raise ValueError(f"{text!r} is not a selector that maps may use")
    return chain


def _compound(text: str, at: int) -> tuple[list[Test], int]:
    tests: list[Test] = []
    while part := _SIMPLE.match(text, at):
        if part["tag"] and tests:
            break
        tests.append(_test(part))
        at = part.end()
    if not tests:
        raise ValueError(f"{text!r} is not a selector that maps may use")
    return tests, at


def _test(part: re.Match[str]) -> Test:
    if part["tag"]:
        name = part["tag"]
        return (lambda _: True) if name == "*" else (lambda tag: tag.name == name)
    if part["but"]:
        inner = Selector(part["but"])
        return lambda tag: not inner.matches(tag)
    if part["id"]:
        return _attribute("id", "=", part["id"], False)
    if part["class"]:
        return _attribute("class", "~=", part["class"], False)
    return _attribute(part["name"], part["op"], part["value"], bool(part["fold"]))


def _attribute(name: str, op: str | None, wanted: str | None, fold: bool) -> Test:
    if op is None or wanted is None:
        return lambda tag: name in tag.attrs
    compare, value = _COMPARE[op], wanted.lower() if fold else wanted

    def test(tag: Tag) -> bool:
        given = tag.attrs.get(name)
        return given is not None and compare(given.lower() if fold else given, value)

    return test


def _fits(tag: Tag, chain: list[tuple[str, list[Test]]], last: int) -> bool:
    join, tests = chain[last]
    if not all(test(tag) for test in tests):
        return False
    if not join:
        return True
    if join == "+":
        before = next((one for one in tag.previous_siblings if isinstance(one, Tag)), None)
        return before is not None and _fits(before, chain, last - 1)
    above = _ancestors(tag)
    if join == ">":
        parent = next(above, None)
        return parent is not None and _fits(parent, chain, last - 1)
    return any(_fits(parent, chain, last - 1) for parent in above)


def _ancestors(tag: Tag) -> Iterator[Tag]:
    parent = tag.parent
    while parent is not None and parent.parent is not None and parent.name != "template":
        yield parent
        parent = parent.parent
