"""Whom a control would reach: read from the strongest source there is, and left open rather than guessed."""

from dataclasses import dataclass, replace
from itertools import islice

from bs4 import Tag

from poise.sites import tree
from poise.sites.address import absolute, parse
from poise.sites.identity import Identity, identity_at
from poise.sites.page import Page, tag_marks
from poise.sites.schema import Control
from poise.sites.text import clean, fold, same_name

_LINKS_OF_A_CARD = 40


@dataclass(frozen=True, slots=True)
class Target:
    """`name` or `url` may be null; with neither, nor an id, nothing is known."""

    name: str | None = None
    url: str | None = None
    ids: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        return bool(self.url or self.ids)


@dataclass(frozen=True, slots=True)
class Aim:
    """A target, or why it is not certain: `name-only`, `several`, `other-name`, `unknown`."""

    target: Target | None
    why: str | None


def aim(page: Page, control: Control, tag: Tag, name: str | None) -> Aim:
    """Whom `tag` would reach; `name` is the one in its label."""
    target, why = Target(name=name), "unknown"
    for source in control.target:
        if target.url and source != "marks":  # a weaker source adds nothing; the element's own ids join
            continue
        found, doubt = _look(source, page, control, tag, target)
        why = doubt or why
        target = _join(target, found) if found else target
    if target.known:
        return Aim(target, None)
    return Aim(target, "name-only" if why == "unknown" else why) if target.name else Aim(None, why)


def page_target(page: Page) -> Target | None:
    """Whom the page itself is about."""
    return Target(page.name, page.identity.url, page.ids) if page.identity else None


def _look(
    source: str, page: Page, control: Control, tag: Tag, known: Target
) -> tuple[Target | None, str | None]:
    if source == "href":
        return _of(_linked(page, tag)), None
    if source == "marks":
        return Target(ids=tag_marks(page.site, tag)), None
    if source == "card":
        return _in_card(page, control, tag, known.name)
    if source == "page":
        return _on_page(page, tag, known)
    return (page_target(page), None) if source == "address" else (None, None)


def _join(known: Target, found: Target) -> Target:
    """Both together, unless their ids are of two people: then what was known first stays as it is."""
    kinds = {one.rpartition(":")[0]: one for one in known.ids}
    if any(kinds.get(one.rpartition(":")[0], one) != one for one in found.ids):
        return known
    ids = tuple(dict.fromkeys([*known.ids, *found.ids]))
    return replace(known, name=known.name or found.name, url=known.url or found.url, ids=ids)


def _of(identity: Identity | None) -> Target | None:
    return Target(url=identity.url, ids=identity.ids) if identity else None


def _linked(page: Page, tag: Tag) -> Identity | None:
    address = parse(absolute(tree.attribute(tag, "href"), page.url))
    return identity_at(page.site, address) if address else None


def _in_card(page: Page, control: Control, tag: Tag, name: str | None) -> tuple[Target | None, str | None]:
    """The one person whom the card around `tag` links to, or the one called `name` among several."""
    card = tree.closest(tag, control.cards)
    if card is None:
        return None, None
    ids = tag_marks(page.site, card)
    links = (link for link in tree.elements(card) if control.link.matches(link))
    found = [(_linked(page, link), tree.text(link)) for link in islice(links, _LINKS_OF_A_CARD)]
    people = [(identity, text) for identity, text in found if identity]
    if control.name:  # the map says which link is the one
        people = people[:1]
    chosen = _called(people, name)
    if chosen is None:
        return Target(ids=ids), "several" if people and not ids else None
    identity, shown = chosen
    return Target(shown, identity.url, tuple(dict.fromkeys([*identity.ids, *ids]))), None


def _called(people: list[tuple[Identity, str]], name: str | None) -> tuple[Identity, str | None] | None:
    named = [(identity, text) for identity, text in people if name and _begins(text, name)]
    one = _single(named) or (None if named else _single(people))
    if one is None:
        return None
    shown = name or next((text for identity, text in people if identity.url == one.url and text), None)
    return one, clean(shown) if shown else None


def _single(people: list[tuple[Identity, str]]) -> Identity | None:
    return people[0][0] if len({identity.url for identity, _ in people}) == 1 else None


def _begins(text: str, name: str) -> bool:
    """Whether a link's text is `name`, or begins with it and goes on with something else than a letter."""
    low, wanted = fold(text), fold(name)
    return low.startswith(wanted) and not low[len(wanted) : len(wanted) + 1].isalnum()


def _on_page(page: Page, tag: Tag, known: Target) -> tuple[Target | None, str | None]:
    """Whom the page is about, if the label names them, or if it names nobody and `tag` is in their card."""
    if page.identity is None:
        return None, None
    if known.name and page.name and not same_name(known.name, page.name):
        return None, "other-name"
    inside = page.card is not None and any(around is page.card for around in tree.ancestors(tag))
    if known.ids:  # of two people with one name, the page's own is in its card or shares an id with it
        return (page_target(page), None) if inside or set(known.ids) & set(page.ids) else (None, None)
    return (page_target(page), None) if inside or (known.name and page.name) else (None, None)
