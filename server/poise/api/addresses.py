"""Addresses as people paste them, turned into the marks that they are known by."""

from collections.abc import Iterable, Mapping

from poise.errors import BadInput
from poise.sites.identity import identify
from poise.sites.sitemap import SiteMap

NAMED = "name"  # "name:jane doe": somebody on a page of whom nothing but the name was seen


def profiles_of(
    maps: Mapping[str, SiteMap], written: Iterable[str], place: str = "profiles"
) -> tuple[str, ...]:
    """The marks of people's profiles; BadInput for what is none."""
    return _marks(maps, written, ("person", "profile"), place, "This is no address of a person's profile")


def pages_of(maps: Mapping[str, SiteMap], written: Iterable[str], place: str = "pages") -> tuple[str, ...]:
    """The marks of companies' own pages; BadInput for what is none."""
    return _marks(maps, written, ("company", "profile"), place, "This is no address of a company's page")


def _marks(
    maps: Mapping[str, SiteMap], written: Iterable[str], kinds: tuple[str, ...], place: str, fault: str
) -> tuple[str, ...]:
    marks: list[str] = []
    for number, text in enumerate(written):
        identity = identify(maps, text)
        if identity is not None and identity.kind in kinds:
            marks += [mark for mark in (identity.url, *identity.ids) if mark]
        elif identity is None and text.partition(":")[0] in (*maps, NAMED):
            marks.append(text)
        else:
            raise BadInput([(f"{place}.{number}", f"{fault} on a site that Poise knows.")])
    return tuple(dict.fromkeys(marks))
