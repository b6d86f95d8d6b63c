"""The practice sites' pages as they are served, each control in them with what is true of it: what it does, and to whom.

What a control does stands in `data-hydrate`, which a browser's page takes away before anybody can click; here, too.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any
from urllib.parse import urlencode

from bs4 import Tag
from flask import Flask

from poise.sites.identity import identify
from poise.sites.page import Page
from poise.sites.reader import controls, page_of
from tests.practice import facebook, linkedin
from tests.practice.people import load
from tests.practice.record import Record
from tests.sites.examples import maps

ACTIONS = {
    "connect": "connect", "connect-classic": "connect", "connect-now": "connect", "friend": "friend",
    "message": "message", "follow": "follow",
}  # fmt: skip
NEVER = {"accept", "ignore", "menu", "dropdown", "see-all", "close-all", "hover", "sales-menu"}
Makes = dict[str, tuple[str, ...]]
LANGUAGES: Makes = {"lang": ("en", "de", "no", "fr", "st"), "marks": ("0", "1")}
PROFILE: Makes = {
    "gen": ("late-link", "late-button", "more-only", "classic", "early"),
    "rail": ("dialog", "now"),
    "keys": ("member", "uuid"),
}
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
    ],
    "facebook": [
        ("/jane.doe.acme/", {"lang": ("en", "de", "nb"), "marks": ("0", "1")}),
        ("/search/people/?q=", {"lang": ("en", "de", "nb"), "marks": ("0", "1")}),
        ("/friends/suggestions/", {"lang": ("en", "de", "nb"), "marks": ("0", "1")}),
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


def outcomes(only: Makes | None = None) -> Iterator[Outcome]:
    """Every control of every page in every make; of what is named in `only`, in these makes, without marks."""
    people = load()
    apps = {
        "linkedin": linkedin.create_app(people, Record()),
        "facebook": facebook.create_app(people, Record()),
    }
    for site, places in PLACES.items():
        for path, choices in places:
            makes = _only(choices, only) if only else choices
            for values in product(*makes.values()):
                yield from _of_page(apps[site], site, path, dict(zip(makes, values, strict=True)))


def _only(choices: Makes, only: Makes) -> Makes:
    return {name: only.get(name, values) for name, values in choices.items()} | {"marks": ("0",)}


def _of_page(app: Flask, site: str, path: str, options: dict[str, str]) -> Iterator[Outcome]:
    host = f"https://www.{site}.com"
    address = f"{path}{'&' if '?' in path else '?'}{urlencode(options)}"
    answer = app.test_client().get(address, base_url=host)
    assert answer.status_code == 200, address
    page = page_of(maps(), answer.text, host + path)
    truth = [(tag, _take(tag)) for tag in page.elements if "data-hydrate" in tag.attrs]
    found = {id(tag): (control.action.value, aim.target) for tag, control, aim in controls(page)}
    for tag, props in truth:
        does, who = props["does"], props.get("who", {})
        if does in NEVER or ACTIONS.get(does) in _known(site):
            yield _outcome(page, site, host + address, props, *found.get(id(tag), (None, None)), who=who)


def _take(tag: Tag) -> dict[str, Any]:
    props: dict[str, Any] = json.loads(str(tag.attrs.pop("data-hydrate")))
    return props


def _known(site: str) -> set[str]:
    return {control.action.value for control in maps()[site].control}


def _outcome(
    page: Page,
    site: str,
    url: str,
    props: dict[str, Any],
    action: str | None,
    target: Any,
    *,
    who: dict[str, Any],
) -> Outcome:
    does = props["does"]
    wanted = ACTIONS.get(does)
    marks = {target.url, *target.ids} - {None} if target else set()
    right = action == wanted and bool(marks & _marks(site, who)) if wanted else action is None
    false = action is not None and (wanted is None or (bool(marks) and not right))
    return Outcome(site, page.kind or "elsewhere", url, does, str(who.get("slug", "")), right, false)


def _marks(site: str, who: dict[str, Any]) -> set[str]:
    """All by which somebody may be known there."""
    paths = (
        [f"/in/{who['slug']}/"]
        if site == "linkedin"
        else [f"/{who['facebook']}", f"/profile.php?id={who['facebookId']}"]
    )
    own = [identify(maps(), f"https://www.{site}.com{path}") for path in paths]
    found = {mark for one in own if one for mark in (one.url, *one.ids)}
    return found | ({f"linkedin:member:{who['member']}"} if site == "linkedin" else set())
