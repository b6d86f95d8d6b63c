"""The part of CSS that a site map may use, for BeautifulSoup's tags.

A subset on purpose: small enough that this and the browser's own engine cannot disagree, and quick enough
for pages of 30,000 elements. Tag, `#id`, `.class`, `[name]`, `[name="value"]` with `^= $= *= ~=` and ` i`,
`:not(…)` around one of these, descendants, `>`, `+`, and lists. Like the browser, it stops at a shadow root.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, TypeGuard

if TYPE_CHECKING:
    from bs4 import PageElement, Tag

Test = Callable[["Tag"], bool]
Chain = list[tuple[str, list[Test]]]
Memo = dict[tuple[int, int, int], bool]

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
        names = [_last_name(part) for part in parts]
        #: The names of the tags that it can match; null for any. A quick way past most of a page.
        self.names = None if None in names else tuple(name for name in names if name)

    def may_be(self, name: str) -> bool:
        return self.names is None or name in self.names

    def matches(self, tag: "Tag", memo: Memo) -> bool:
        """Whether `tag` is one; `memo` keeps, for one page, what was found out about what stands around."""
        for chain in self._chains:
            for test in chain[-1][1]:
                if not test(tag):
                    break
            else:
                if len(chain) == 1 or _joined(tag, chain, len(chain) - 1, memo):
                    return True
        return False


@cache
def compile_selector(text: str) -> Selector:
    """The selector written as `text`: one text, one selector."""
    return Selector(text)


def _split(text: str) -> list[str]:
    """The parts between commas that are not within quotes."""
    return re.findall(r"(?:\"[^\"]*\"|[^,\"])+", text) or [text]


def _last_name(part: str) -> str | None:
    found = _LAST_NAME.search(re.sub(r"\[[^\]]*\]|:not\([^)]*\)", "[]", part))
    return found[1] if found and found[1] != "*" else None


def _chain(text: str) -> Chain:
    """Compounds from left to right, each with how it joins the one before it: '', ' ', '>' or '+'."""
    chain: Chain = []
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
        return lambda tag: not inner.matches(tag, {})
    if part["id"]:
        return _attribute("id", "=", part["id"], False)
    if part["class"]:
        return _attribute("class", "~=", part["class"], False)
    return _attribute(part["name"], part["op"], part["value"], bool(part["fold"]))


def _attribute(name: str, op: str | None, wanted: str | None, fold: bool) -> Test:
    if op is None or wanted is None:
        return lambda tag: name in tag.attrs
    compare, value = _COMPARE[op], wanted.lower() if fold else wanted

    def test(tag: "Tag") -> bool:
        given = tag.attrs.get(name)
        return given is not None and compare(given.lower() if fold else given, value)

    return test


def _fits(tag: "Tag", chain: Chain, last: int, memo: Memo) -> bool:
    return all(test(tag) for test in chain[last][1]) and (last == 0 or _joined(tag, chain, last, memo))


def _joined(tag: "Tag", chain: Chain, last: int, memo: Memo) -> bool:
    """Whether what comes before `tag` in the chain stands where it must."""
    join = chain[last][0]
    if join == "+":
        before = next((one for one in tag.previous_siblings if _is_tag(one)), None)
        return before is not None and _fits(before, chain, last - 1, memo)
    if join == ">":
        parent = _parent(tag)
        return parent is not None and _fits(parent, chain, last - 1, memo)
    return _within(tag, chain, last - 1, memo)


def _within(tag: "Tag", chain: Chain, last: int, memo: Memo) -> bool:
    passed, found, above = [], False, _parent(tag)
    while above is not None and not found:
        known = memo.get((id(chain), last, id(above)))
        if known is not None:
            found = known
            break
        passed.append(above)
        found = _fits(above, chain, last, memo)
        above = _parent(above)
    memo.update({(id(chain), last, id(one)): found for one in passed})
    return found


def _parent(tag: "Tag") -> "Tag | None":
    parent = tag.parent
    return None if parent is None or parent.parent is None or parent.name == "template" else parent


def _is_tag(node: "PageElement") -> "TypeGuard[Tag]":
    """What is no text is an element; asked like this, a map can be checked without a parser."""
    return not isinstance(node, str)
