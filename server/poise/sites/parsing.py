"""A saved page made into a tree: lxml does the work, and stops at once where a page grows too large.

Of its scripts only data are kept, which say whom a page is about.
"""

import re
from typing import Any

from bs4 import BeautifulSoup
from bs4.builder import ParserRejectedMarkup
from bs4.builder._lxml import LXMLTreeBuilder

from poise.errors import PoiseError

LARGEST = 4_000_000  # characters; a saved profile has one or two million, mostly scripts
MOST_ELEMENTS = 15_000  # without scripts and drawings; saved pages have a few thousand
DEEPEST = 250  # levels; the sites nest about a hundred, and lxml would leave out what is deeper than 256
MOST_ATTRIBUTES = 200  # of one element
MOST_CLICKABLE = 5_000  # links, buttons and what has a role: the elements that take time to read

_DROPPED = frozenset({"script", "style", "noscript", "iframe", "object", "path", "use"})


def parse(html: str) -> BeautifulSoup:
    """`html` as a tree, without code and drawings. Raises PoiseError if it is no HTML, or too large."""
    if len(html) > LARGEST:
        raise PoiseError(f"This page has more than {LARGEST:,} characters: save it as HTML only.")
    if not re.search(r"<[A-Za-z!]", html):
        raise PoiseError("This is not HTML: save the page as “Web page, HTML only” and try again.")
    whole = html.replace("\0", "").encode("utf-8", "replace").decode()  # no half of a surrogate pair
    try:
        return BeautifulSoup(whole, builder=_Lean())
    except ParserRejectedMarkup:
        raise PoiseError("This page cannot be read: it is empty or broken.") from None


def _is_data(tag: Any, attrib: Any) -> bool:
    return bool(tag == "script" and attrib.get("type") == "application/json")


class _Lean(LXMLTreeBuilder):
    """Builds only what a reader looks at."""

    def __init__(self) -> None:
        super().__init__(multi_valued_attributes=None, string_containers={})
        self._elements = 0
        self._clickable = 0
        self._depth = 0
        self._dropped = 0

    def prepare_markup(self, markup: Any, *_: Any, **__: Any) -> Any:
        """The markup as it is: its encoding is known, and looking like XML is no reason to warn."""
        yield markup, None, None, False

    def start(self, tag: Any, attrib: Any, nsmap: Any = ()) -> None:
        self._depth += 1
        self._dropped += bool(self._dropped) or (tag in _DROPPED and not _is_data(tag, attrib))
        self._elements += not self._dropped
        self._clickable += tag in {"a", "button"} or "role" in attrib
        self._refuse_too_much(len(attrib))
        if not self._dropped:
            super().start(tag, attrib, nsmap)

    def _refuse_too_much(self, attributes: int) -> None:
        if (
            self._elements > MOST_ELEMENTS
            or self._clickable > MOST_CLICKABLE
            or self._depth > DEEPEST
            or attributes > MOST_ATTRIBUTES
        ):
            raise PoiseError(
                f"This page is too large: more than {MOST_ELEMENTS:,} elements, {MOST_CLICKABLE:,} links and"
                f" buttons, {DEEPEST} levels or {MOST_ATTRIBUTES} attributes of one."
            )

    def end(self, tag: Any) -> None:
        self._depth -= 1
        if self._dropped:
            self._dropped -= 1
        else:
            super().end(tag)

    def data(self, data: Any) -> None:
        if not self._dropped:
            super().data(data)

    def comment(self, text: Any) -> None:
        """Comments say nothing."""

    def pi(self, target: str, data: str) -> None:
        """Nor do processing instructions."""
