"""The tables of docs/sites.md, made of the site maps: `make renew` writes them anew."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from poise.sites.pattern import Pattern
from poise.sites.schema import Control, SiteMap
from poise.sites.sitemap import load

PAGE = Path(__file__).parents[1] / "docs" / "sites.md"
HEAD = "| control | where | does | known by | whose it is, surest first | since |\n| --- | --- | --- | --- | --- | --- |"
WHOSE = {
    "href": "its link",
    "marks": "an id in its attributes",
    "card": "the card around it",
    "page": "the page",
    "label": "the name that it says",
    "attempt": "who opened it",
    "address": "the page's address",
}
REST = "## What is not recognised"  # what comes after the sites
PART = "<!-- {site}: made by make renew -->\n{table}\n<!-- /{site} -->"


def table(site: SiteMap) -> str:
    """Every control of a site in the order in which it is looked for."""
    return "\n".join([HEAD, *(_row(site, control) for control in site.control)])


def written(text: str, sites: Iterable[SiteMap]) -> str:
    """The page with the tables of these sites as they are now."""
    for site in sites:
        text = _with_table(text, site)
    return text


def _with_table(text: str, site: SiteMap) -> str:
    part = PART.format(site=site.site, table=table(site))
    between = re.compile(f"<!-- {site.site}: .*?<!-- /{site.site} -->", re.DOTALL)
    if between.search(text):
        return between.sub(lambda _: part, text)
    return text.replace(REST, f"## {site.name}\n\n{part}\n\n{REST}")


def _row(site: SiteMap, control: Control) -> str:
    about = tomllib.loads(
        (files("poise.sites") / "maps" / site.site / f"{control.id}.toml").read_text("utf-8")
    )
    does = f"{control.action.replace('_', ' ')}, {control.gate}"
    known = ", ".join(dict.fromkeys(map(_by, control.patterns))) or "the address itself"
    whose = ", ".join(WHOSE[source] for source in control.target)
    return f"| `{control.id}` | {about['where']} | {does} | {known} | {whose} | {about['since']} |"


def _by(pattern: Pattern) -> str:
    text = pattern.selector.text
    if pattern.holds:
        return "its icon"
    if pattern.last:
        return "its place"
    if "href" in text:
        return "its link"
    if pattern.group:
        return "its label"
    return "an attribute" if "[" in text else "its class"


def main() -> None:
    PAGE.write_text(written(PAGE.read_text("utf-8"), load().values()), encoding="utf-8")
