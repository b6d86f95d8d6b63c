"""Addresses as people paste them, turned into the marks that they are known by."""

from collections.abc import Iterable, Mapping

from poise.errors import BadInput, sentence
from poise.sites.identity import identify
from poise.sites.schema import SiteMap

NAMED = "name"  # "name:jane doe": somebody on a page of whom nothing but the name was seen


def profiles_of(
    maps: Mapping[str, SiteMap], written: Iterable[str], place: str = "profiles"
) -> tuple[str, ...]:
    """The marks of people's profiles; BadInput for what is none."""
    return _marks(maps, written, ("person", "profile"), place, "no_profile")


def pages_of(maps: Mapping[str, SiteMap], written: Iterable[str], place: str = "pages") -> tuple[str, ...]:
    """The marks of companies' own pages; BadInput for what is none."""
    return _marks(maps, written, ("company", "profile"), place, "no_page")


def _marks(
    maps: Mapping[str, SiteMap], written: Iterable[str], kinds: tuple[str, ...], place: str, fault: str
) -> tuple[str, ...]:
    marks: list[str] = []
    for number, text in enumerate(written):
        identity = identify(maps, text)
        if identity is not None and identity.kind in kinds:
            marks += identity.marks
        elif identity is None and text.partition(":")[0] in (*maps, NAMED):
            marks.append(text)
        else:
            raise BadInput([(f"{place}.{number}", sentence(fault))])
    return tuple(dict.fromkeys(marks))
