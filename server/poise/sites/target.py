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

_ELEMENTS_OF_A_CARD = 400


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
    """The one person whom the card around `tag` links to; the one called `name`, where there is a name."""
    card = page.around.closest(tag, control.cards)
    if card is None:
        return None, None
    ids = tag_marks(page.site, card)
    people = page.around.once((id(card), control.id), lambda: _people(page, control, card))
    chosen = _called(people, name)
    if chosen is None:
        return Target(ids=ids), "several" if people and not ids else None
    identity, shown = chosen
    return Target(shown, identity.url, tuple(dict.fromkeys([*identity.ids, *ids]))), None


def _people(page: Page, control: Control, card: Tag) -> list[tuple[Identity, str]]:
    """Everybody whom a card links to, and what the link says; only the one that the map chooses, if any."""
    links = [tag for tag in islice(tree.elements(card), _ELEMENTS_OF_A_CARD) if "href" in tag.attrs]
    found = [(tag, _linked(page, tag)) for tag in links]
    people = [(tag, identity) for tag, identity in found if identity]
    chosen = [
        (tag, identity) for tag, identity in people if control.link and page.around.matches(control.link, tag)
    ]
    return [
        (identity, tree.text(tag) or tree.attribute(tag, "aria-label"))
        for tag, identity in chosen[:1] or people
    ]


def _called(people: list[tuple[Identity, str]], name: str | None) -> tuple[Identity, str | None] | None:
    fitting = [(identity, text) for identity, text in people if not name or _mentions(text, name)]
    one = _single(fitting) or (None if any(text for _, text in people) else _single(people))
    if one is None:
        return None
    shown = name or next((text for identity, text in people if identity.url == one.url and text), None)
    return one, clean(shown) if shown else None


def _single(people: list[tuple[Identity, str]]) -> Identity | None:
    return people[0][0] if len({identity.url for identity, _ in people}) == 1 else None


def _mentions(text: str, name: str) -> bool:
    """Whether `name` stands in a link's text, not as a part of longer words."""
    low, wanted = fold(text), fold(name)
    at = low.find(wanted)
    around = low[max(at - 1, 0) : at] + low[at + len(wanted) : at + len(wanted) + 1]
    return at >= 0 and not any(letter.isalnum() for letter in around)


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
