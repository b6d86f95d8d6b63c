"""A saved page read by its site map: who it is about, and every control that would reach out to somebody."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from bs4 import Tag

from poise.errors import PoiseError
from poise.sites import parsing, tree
from poise.sites.address import parse
from poise.sites.labels import Said
from poise.sites.page import Page
from poise.sites.recognise import Possible, S, possible, recognise
from poise.sites.schema import Control, Maps, Shape
from poise.sites.target import Aim, Target, aim, leftover, page_target

Reading = dict[str, Any]

MOST_CONTROLS = 500  # of one page; a list of suggestions scrolled to its end has a few hundred


def read(maps: Maps, html: str, url: str) -> Reading:
    """What `poise read-page` prints. Raises PoiseError for an unknown site, and for an unreadable page."""
    page = page_of(maps, html, url)
    return {
        "site": page.site.site,
        "kind": page.kind,
        "map": page.site.version,
        "about": page.about(),
        "controls": _controls(page),
        "signs": list(_signs(page)),
        "missing": page.missing(),
    }


def _controls(page: Page) -> list[Reading]:
    found = list(islice(chain(_of_address(page), _of_elements(page)), MOST_CONTROLS + 1))
    if len(found) > MOST_CONTROLS:
        raise PoiseError(f"This page has more than {MOST_CONTROLS} controls that reach out: that is no page.")
    return found


def _signs(page: Page) -> Iterator[Reading]:
    """What the page tells of what others did: whose it is, where that is certain."""
    for tag, sign, said in _recognised(page, [one for one in page.site.sign if _is_here(page, one)]):
        target = aim(page, sign, tag, said.name).target
        yield {"sign": sign.id, "tells": sign.tells.value, "target": _json(target)}


def page_of(maps: Maps, html: str, url: str) -> Page:
    """The page under the map of its site. Raises PoiseError for an unknown site, and for an unreadable page."""
    address = parse(url)
    if address is None:
        raise PoiseError("This is not a web address that can be read: give the page's full address.")
    for site in maps.values():
        if site.host_pattern.fullmatch(address.host):
            return Page(site, url, address, parsing.parse(html))
    raise PoiseError(f"{address.host} is not a site that Poise knows: it reads {', '.join(maps)}.")


def _is_here(page: Page, shape: Shape) -> bool:
    return not shape.page or page.kind in shape.page


def _here(page: Page) -> list[Control]:
    return [control for control in page.site.control if _is_here(page, control)]


def _of_address(page: Page) -> Iterator[Reading]:
    """Controls that are the address itself: opening it is the click."""
    target = page_target(page)
    for control in _here(page):
        if not control.match and control.page and target:
            yield _reading(control, None, Aim(target, None), page)


def controls(page: Page) -> Iterator[tuple[Tag, Control, Aim]]:
    """The elements that are controls, in document order, with whom each would reach."""
    for tag, control, said in _recognised(page, _here(page)):
        yield tag, control, aim(page, control, tag, said.name)


def _recognised(page: Page, shapes: list[S]) -> Iterator[tuple[Tag, S, Said]]:
    """The elements that are one of `shapes`, in document order, and what each says."""
    by_name: dict[str, Possible[S]] = {}
    for tag in page.elements if shapes else ():
        if tag.name not in by_name:
            by_name[tag.name] = possible(shapes, tag.name)
        found = recognise(page, by_name[tag.name], tag)
        if found:
            yield tag, *found


def _of_elements(page: Page) -> Iterator[Reading]:
    return (_reading(control, tag, found, page) for tag, control, found in controls(page))


def _reading(control: Control, tag: Tag | None, found: Aim, page: Page) -> Reading:
    reading = {
        "control": control.id,
        "action": control.action.value,
        "gate": control.gate.value,
        "text": _shown(tag) if tag else None,
        "target": _json(found.target),
    }
    return reading | _remarks(control, tag, found, page)


def _remarks(control: Control, tag: Tag | None, found: Aim, page: Page) -> Reading:
    """What is said only where there is something to say."""
    remarks: Reading = {}
    if tag and page.around.hidden(tag):
        remarks["hidden"] = True
    if control.sends == "enter":
        remarks["sends_on"] = "enter"
    if found.target is None and "attempt" in control.target:
        remarks |= {"belongs_to": "attempt", "fallback": _json(leftover(page, control))}
    elif found.why:
        remarks["why"] = found.why
    if tag and control.action == "connect" and control.editor:
        remarks["with_note"] = bool(_note(page, control, tag))
    return remarks


def _json(target: Target | None) -> Reading | None:
    return {"name": target.name, "url": target.url, "ids": list(target.ids)} if target else None


def _shown(tag: Tag) -> str:
    own = tree.attribute(tag, "aria-label") or tree.attribute(tag, "aria-placeholder")
    return own if tree.editable(tag) else tree.text(tag) or own


def _note(page: Page, control: Control, tag: Tag) -> str:
    around = page.around.closest(tag, control.surroundings)
    editors = page.around.inside(around, control.editor) if control.editor else []
    return editors[0].get_text().strip() if editors else ""
