"""The practice sites' pages as they are served, each control in them with what is true of it: what it does, and to whom.

What a control does stands in `data-hydrate`, which a browser's page takes away before anybody can click; here, too.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any
from urllib.parse import urlencode

from bs4 import Tag
from flask import Flask

from poise.sites import tree
from poise.sites.identity import identify
from poise.sites.page import Page
from poise.sites.reader import controls, page_of
from poise.text import same_name
from tests.practice.people import load
from tests.practice.record import Record
from tests.practice.server import HOSTS, SITES
from tests.sites.examples import maps

ACTIONS = {
    "connect": "connect", "connect-classic": "connect", "connect-now": "connect", "friend": "friend",
    "message": "message", "follow": "follow", "sales-message": "message", "conversation": "message",
}  # fmt: skip
# On the smaller sites these do what they are told to.
TOLD = {"reach", "open", "leave", "writing"}
# What is written in, or sends it, within what holds it.
HOLDING = {"conversation", "writing"}
NEVER = {"accept", "ignore", "menu", "dropdown", "see-all", "close-all", "hover", "sales-menu"}
Makes = dict[str, tuple[str, ...]]
LANGUAGES: Makes = {"lang": ("en", "de", "no", "fr", "st"), "marks": ("0", "1")}
PROFILE: Makes = {
    "gen": ("late-link", "late-button", "more-only", "classic", "early"),
    "rail": ("dialog", "now"),
    "keys": ("member", "uuid"),
}
COMET: Makes = {"lang": ("en", "de", "nb"), "marks": ("0", "1")}
PLACES: dict[str, list[tuple[str, Makes]]] = {
    "linkedin": [
        ("/in/jane-doe/", PROFILE | LANGUAGES),
        ("/in/anna-graefin-von-hohen/", PROFILE | LANGUAGES),
        ("/search/results/people/?keywords=", {"gen": ("late-link", "classic"), "cards": ("mixed", "button")} | LANGUAGES),
        ("/mynetwork/", {"keys": ("member", "uuid")} | LANGUAGES),
        ("/mynetwork/cohort/", {"keys": ("member", "uuid")} | LANGUAGES),
        ("/analytics/profile-views/", LANGUAGES),
        ("/company/acme-gmbh/people/", LANGUAGES),
        ("/feed/", LANGUAGES),
        (f"/sales/lead/{load().persons[0].urn('ACw')},NAME_SEARCH,x", LANGUAGES),
        ("/sales/search/people", LANGUAGES),
        ("/in/jane-doe/", {"gen": PROFILE["gen"], "state": ("incoming", "pending", "connected", "follow-only")} | LANGUAGES),
    ],
    "facebook": [
        ("/jane.doe.acme/", COMET),
        ("/search/people/?q=", COMET),
        ("/friends/suggestions/", COMET),
        ("/messages/t/jane.doe.acme/", COMET),
        (f"/messages/e2ee/t/{load().persons[0].thread}/", COMET),
        (f"/stories/{load().persons[0].thread}/", COMET),
    ],
    "xing": [(path, {"lang": ("en", "de")}) for path in ("/profile/Jane_Doe", "/network", "/chats/Jane_Doe")],
    "x": [(path, {"lang": ("en", "st")}) for path in ("/jane_doe", "/home", "/messages/jane_doe")],
    "instagram": [
        (path, {"lang": ("en", "de")})
        for path in ("/jane.doe/", "/explore/people/", "/direct/t/jane.doe/", "/stories/jane.doe/")
    ],
}  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """One control of one page. `right`: it is recognised, with the right person. `false`: it would be held for somebody else."""

    site: str
    kind: str
    url: str
    does: str
    who: str
    right: bool
    false: bool


@dataclass(frozen=True)
class Served:
    """One page as it is served: `url` without the options, `address` with them."""

    site: str
    url: str
    address: str
    html: str

    @property
    def hydrated(self) -> str:
        """What a browser's page has of it once its own scripts ran: nothing says any more what a control does."""
        return re.sub(r' data-hydrate="[^"]*"', "", self.html)


def pages(only: Makes | None = None) -> Iterator[Served]:
    """Every page in every make; of what is named in `only`, in these makes, without marks."""
    apps = {name: site.create_app(load(), Record()) for name, site in SITES.items()}
    for site, places in PLACES.items():
        for path, choices in places:
            makes = _only(choices, only) if only else choices
            for values in product(*makes.values()):
                yield _served(apps[site], site, path, dict(zip(makes, values, strict=True)))


def outcomes(only: Makes | None = None) -> Iterator[Outcome]:
    """Every control of these pages."""
    for page in pages(only):
        yield from _of_page(page)


def _only(choices: Makes, only: Makes) -> Makes:
    """What is asked for of each choice; all of it where a site has nothing of that."""
    chosen = {
        name: tuple(value for value in values if value in only.get(name, values)) or values
        for name, values in choices.items()
    }
    return chosen | {"marks": ("0",)}


def _served(app: Flask, site: str, path: str, options: dict[str, str]) -> Served:
    host = f"https://{HOSTS[site][0]}"
    address = f"{path}{'&' if '?' in path else '?'}{urlencode(options)}"
    answer = app.test_client().get(address, base_url=host)
    assert answer.status_code == 200, address
    return Served(site, host + path, host + address, answer.text)


def _of_page(served: Served) -> Iterator[Outcome]:
    page = page_of(maps(), served.html, served.url)
    truth = [
        (one, props)
        for tag in page.elements
        if "data-hydrate" in tag.attrs
        for props in [_take(tag)]
        for one in _meant(tag, props)
    ]
    found = {id(tag): (control.action.value, aim.target) for tag, control, aim in controls(page)}
    for tag, props in truth:
        action = ACTIONS.get(props["does"]) or (props["what"] if props["does"] in TOLD else None)
        if props["does"] in NEVER or action in _known(served.site):
            yield _outcome(page, served, props, action, *found.get(id(tag), (None, None)))


def _take(tag: Tag) -> dict[str, Any]:
    props: dict[str, Any] = json.loads(str(tag.attrs.pop("data-hydrate")))
    return props


def _meant(tag: Tag, props: dict[str, Any]) -> list[Tag]:
    """The element itself; of what holds a place for writing, what sends: an editor, a button, or a field that Enter sends."""
    if props["does"] not in HOLDING:
        return [tag]
    inside = list(tree.elements(tag))
    fields = [one for one in inside if one.name == "textarea" and "data-testid" in one.attrs]
    editors = [one for one in inside if tree.editable(one) and one.name != "textarea"]
    return [*fields, *editors, *(one for one in inside if one.attrs.get("data-part") == "go")]


def _known(site: str) -> set[str]:
    return {control.action.value for control in maps()[site].control}


def _outcome(
    page: Page,
    served: Served,
    props: dict[str, Any],
    wanted: str | None,
    action: str | None,
    target: Any,
) -> Outcome:
    """Where there is nothing but the right name, it is asked whose it is, which is right as well."""
    who = props.get("who", {})
    marks = {target.url, *target.ids} - {None} if target else set()
    asked = bool(target and not marks and target.name and same_name(target.name, who["name"]))
    right = (
        action == wanted and (asked or bool(marks & _marks(served.site, who))) if wanted else action is None
    )
    false = action is not None and (wanted is None or (bool(marks) and not right))
    whose = str(who.get("slug", who.get("key", "")))
    return Outcome(served.site, page.kind or "elsewhere", served.address, props["does"], whose, right, false)


def _marks(site: str, who: dict[str, Any]) -> set[str]:
    """All by which somebody may be known there."""
    if site == "linkedin":
        paths = [f"/in/{who['slug']}/"]
    elif site == "facebook":
        paths = [f"/{who['facebook']}", f"/profile.php?id={who['facebookId']}"]
    else:
        paths = [who["path"]]
    own = [identify(maps(), f"https://{HOSTS[site][0]}{path}") for path in paths]
    found = {mark for one in own if one for mark in (one.url, *one.ids)}
    return found | ({f"linkedin:member:{who['member']}"} if site == "linkedin" else set())
