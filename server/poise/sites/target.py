"""Whom a control would reach: read from the strongest source there is, and left open rather than guessed."""

from dataclasses import dataclass, replace
from itertools import islice

from bs4 import Tag

from poise.sites import tree
from poise.sites.address import absolute, parse
from poise.sites.forms import is_code
from poise.sites.identity import Identity, identity_at
from poise.sites.page import Page, tag_marks
from poise.sites.schema import Shape
from poise.text import clean, fold, same_name

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


def aim(page: Page, control: Shape, tag: Tag, name: str | None) -> Aim:
    """Whom `tag` would reach; `name` is the one in its label."""
    target, why = Target(name=name), "unknown"
    for source in control.sources:
        # A weaker source adds nothing to an address that people know; the element's own ids join.
        if target.url and source != "marks" and not _numbered(target.url):
            continue
        found, doubt = _look(source, page, control, tag, target)
        why = doubt or why
        target = _join(target, found) if found else target
    if target.known:
        return Aim(target, None)
    return Aim(target, "name-only" if why == "unknown" else why) if target.name else Aim(None, why)


def leftover(page: Page, control: Shape) -> Target | None:
    """Whom it reaches if neither it nor what opened it says so: whom the page is about, where the map allows that."""
    return page_target(page) if "address" in control.leftover else None


def page_target(page: Page) -> Target | None:
    """Whom the page itself is about."""
    return Target(page.name, page.identity.url, page.ids) if page.identity else None


def _look(
    source: str, page: Page, control: Shape, tag: Tag, known: Target
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
    url = found.url if found.url and _numbered(known.url) else known.url or found.url
    return replace(known, name=known.name or found.name, url=url, ids=ids)


def _numbered(url: str | None) -> bool:
    """Whether an address is an id in disguise, beside which a better one may be found."""
    return url is not None and is_code(url.rstrip("/").rpartition("/")[2])


def _of(identity: Identity | None) -> Target | None:
    return Target(url=identity.url, ids=identity.ids) if identity else None


def _linked(page: Page, tag: Tag) -> Identity | None:
    address = parse(absolute(tree.attribute(tag, "href"), page.url))
    return identity_at(page.site, address) if address else None


def _in_card(page: Page, control: Shape, tag: Tag, name: str | None) -> tuple[Target | None, str | None]:
    """The one person whom the card around `tag` links to; where there are several, a further card may tell."""
    first: tuple[Target | None, str | None] = None, None
    for pattern in control.cards:
        card = page.around.closest(tag, [pattern])
        target, doubt = _of_card(page, control, tag, name, card) if card else (None, None)
        if target and not doubt:
            return target, None
        first = first if first[0] else (target, doubt)
    return first


def _of_card(
    page: Page, control: Shape, tag: Tag, name: str | None, card: Tag
) -> tuple[Target | None, str | None]:
    """Whom a card links to; the one called `name`, where there is a name."""
    ids = tag_marks(page.site, card)
    people, named = page.around.once((id(card), control.id), lambda: _people(page, control, card))
    name = name or named or _spoken(people, tag)
    chosen = _called(people, name)
    if chosen is None:
        return Target(name, ids=ids), "several" if people and not ids else None
    identity, shown = chosen
    return Target(shown, identity.url, tuple(dict.fromkeys([*identity.ids, *ids]))), None


def _people(page: Page, control: Shape, card: Tag) -> tuple[list[tuple[Identity, str]], str | None]:
    """Everybody whom a card links to, and what the link says; and the name of the one whom the map chooses.

    Where the map chooses a link, only whom that leads to. Beside addresses that people know, a mere id, as in
    the link that opens a message, says nothing more.
    """
    within = list(islice(tree.elements(card), _ELEMENTS_OF_A_CARD))
    people = [(tag, identity) for tag in within if "href" in tag.attrs and (identity := _linked(page, tag))]
    naming = _naming(page, control, within)
    chosen = [(tag, identity) for tag, identity in people if any(tag is one for one, _ in naming)][:1]
    plain = [(tag, identity) for tag, identity in people if not _numbered(identity.url)]
    shown = [
        (identity, tree.text(tag) or tree.attribute(tag, "aria-label"))
        for tag, identity in chosen or plain or people
    ]
    return shown, None if chosen else next((name for _, name in naming if name), None)


def _naming(page: Page, control: Shape, within: list[Tag]) -> list[tuple[Tag, str]]:
    """What the map takes for a sign of whose card it is, each with the name that it says."""
    pattern = control.naming
    if pattern is None:
        return []
    said = [(tag, page.says(pattern, tag)) for tag in within]
    return [(tag, one.name or tree.text(tag)) for tag, one in said if one]


def _spoken(people: list[tuple[Identity, str]], tag: Tag) -> str | None:
    """Whom of several the control names, in whatever language it does so."""
    labels = tree.labels(tag) if len(people) > 1 else []
    names = {text for _, text in people if text and any(_mentions(label, text) for label in labels)}
    return names.pop() if len(names) == 1 else None


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
    """Whom the page is about, if the label names them, or if it names nobody and `tag` is in their card.

    Their name in a label of any language is enough.
    """
    if page.identity is None:
        return None, None
    if known.name and page.name and not same_name(known.name, page.name):
        return None, "other-name"
    inside = page.card is not None and any(around is page.card for around in tree.ancestors(tag))
    if known.ids:  # of two people with one name, the page's own is in its card or shares an id with it
        return (page_target(page), None) if inside or set(known.ids) & set(page.ids) else (None, None)
    named = known.name or _labelled(page, tag)
    return (page_target(page), None) if inside or (named and page.name) else (None, None)


def _labelled(page: Page, tag: Tag) -> bool:
    return bool(page.name) and any(_mentions(label, page.name or "") for label in tree.labels(tag))
