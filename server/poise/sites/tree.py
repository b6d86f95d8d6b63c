"""What both readers ask of the elements of a page.

Open shadow roots stand in it as `<template shadowrootmode="open">` and are read through.
"""

import re
from collections.abc import Iterator

from bs4 import PageElement, Tag
from bs4.element import NavigableString

from poise.text import LONGEST, clean

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
