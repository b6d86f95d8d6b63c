"""A saved page as a tree, and what both readers ask of its elements.

Open shadow roots stand in it as `<template shadowrootmode="open">` and are read through.
"""

import re
from collections.abc import Iterator

import lxml.html  # type: ignore[import-untyped]
from bs4 import BeautifulSoup, PageElement, Tag
from bs4.element import NavigableString
from lxml import etree

from poise.errors import PoiseError
from poise.sites.text import LONGEST, clean

LARGEST = 4_000_000  # characters; a saved profile has one or two million, mostly scripts
MOST_ELEMENTS = 30_000  # what is left without scripts and drawings; half a second's work
DEEPEST = 256  # levels; the sites nest about a hundred
_NODES_OF_A_LABEL = 64

_SILENT = frozenset({"script", "style", "template", "noscript", "title", "textarea", "iframe"})
# fmt: off
_APART = frozenset({
    "address", "article", "br", "dd", "div", "dt", "figcaption", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "section", "table", "td",
    "th", "tr", "ul",
})
# fmt: on
_UNSEEN = re.compile(r"(?:^|;) *(?:display *: *none|visibility *: *hidden)")


def parse(html: str) -> BeautifulSoup:
    """`html` as a tree, without scripts and drawings. Raises PoiseError if it is no HTML, or too large."""
    if len(html) > LARGEST:
        raise PoiseError(
            f"This page has more than {LARGEST:,} characters: save it as HTML only and try again."
        )
    if not re.search(r"<[A-Za-z!]", html):
        raise PoiseError("This is not HTML: save the page as “Web page, HTML only” and try again.")
    root = _lean(html)
    _check_size(root)
    text = etree.tostring(root, encoding="unicode", method="html")
    return BeautifulSoup(text, "lxml", multi_valued_attributes=None, string_containers={})


def _lean(html: str) -> lxml.html.HtmlElement:
    raw = html.replace("\0", "").encode("utf-8", "replace")
    reader = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(raw, parser=reader)
    except etree.LxmlError:
        raise PoiseError("This page cannot be read: it is empty or broken.") from None
    etree.strip_elements(root, "script", "style", "noscript", "iframe", "path", "use", with_tail=False)
    return root


def _check_size(root: lxml.html.HtmlElement) -> None:
    count = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if count > MOST_ELEMENTS or depth > DEEPEST:
            raise PoiseError(
                f"This page is too large: more than {MOST_ELEMENTS:,} elements or {DEEPEST} levels of them."
            )


def elements(root: Tag) -> Iterator[Tag]:
    """All elements below `root` in document order, through open shadow roots, not into inert templates."""
    stack: list[Tag] = [root]
    while stack:
        tag = stack.pop()
        if tag is not root:
            yield tag
        if tag.name != "template" or tag.get("shadowrootmode") == "open":
            stack += [child for child in reversed(tag.contents) if isinstance(child, Tag)]


def attribute(tag: Tag, name: str) -> str:
    """The value of an attribute; empty if it is not there."""
    return str(tag.attrs.get(name, ""))


def ancestors(tag: Tag) -> Iterator[Tag]:
    """The elements around `tag`, nearest first, out through shadow roots."""
    parent = tag.parent
    while parent is not None and parent.parent is not None:
        if parent.name != "template":
            yield parent
        parent = parent.parent


def disabled(tag: Tag) -> bool:
    """Whether a click on `tag` does nothing."""
    return "disabled" in tag.attrs or attribute(tag, "aria-disabled") == "true"


def text(tag: Tag) -> str:
    """What `tag` shows, cleaned; blocks stand apart. Of much content only the beginning."""
    said, size, budget = [], 0, _NODES_OF_A_LABEL
    stack: list[PageElement | str] = [tag]
    while stack and budget and size <= LONGEST:
        node = stack.pop()
        if isinstance(node, Tag):
            budget -= 1
            if node is tag or not _quiet(node):
                stack += _spoken(node)
        else:
            said.append(str(node))
            size += len(said[-1])
    return clean("".join(said))


def labels(tag: Tag) -> list[str]:
    """All that `tag` may be called: its own label, what it shows, the first label within it.

    What is written in an editor is not its label.
    """
    own = attribute(tag, "aria-label")
    if editable(tag):
        names = [own, attribute(tag, "aria-placeholder"), attribute(tag, "placeholder")]
    else:
        names = [own, text(tag), "" if own else _inner_label(tag)]
    return [name for name in names if name]


def editable(tag: Tag) -> bool:
    """Whether text is written in `tag`."""
    return tag.name == "textarea" or attribute(tag, "contenteditable") == "true"


def _inner_label(tag: Tag) -> str:
    for _, inner in zip(range(_NODES_OF_A_LABEL), elements(tag), strict=False):
        if attribute(inner, "aria-label"):
            return attribute(inner, "aria-label")
    return ""


def _spoken(tag: Tag) -> list[PageElement | str]:
    inside: list[PageElement | str] = [
        child for child in tag.contents if isinstance(child, (Tag, NavigableString))
    ]
    edges: list[PageElement | str] = [" "] if tag.name in _APART else []
    return edges + inside[::-1] + edges


def _quiet(tag: Tag) -> bool:
    open_root = tag.name == "template" and tag.get("shadowrootmode") == "open"
    return (tag.name in _SILENT and not open_root) or unseen(tag)


def unseen(tag: Tag) -> bool:
    """Whether the markup says of `tag` itself that it is not shown."""
    return (
        "hidden" in tag.attrs
        or attribute(tag, "aria-hidden") == "true"
        or _UNSEEN.search(attribute(tag, "style").lower()) is not None
    )
