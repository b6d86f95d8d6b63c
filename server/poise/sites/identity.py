"""Who an address belongs to: every way of writing it comes to one canonical URL, and to ids that join."""

import re
from dataclasses import dataclass

from poise.sites.address import Address, parse
from poise.sites.forms import canonical, is_code, number
from poise.sites.schema import IdentityForm, Maps, SiteMap

_TEMPLATE = re.compile(r"\{([a-z]+)\}")
_LONGEST_ATTRIBUTE = 500


@dataclass(frozen=True, slots=True)
class Identity:
    """A person or page: `kind` is person, company or profile (either); the same where url or an id is."""

    site: str
    kind: str
    url: str
    ids: tuple[str, ...]

    @property
    def marks(self) -> tuple[str, ...]:
        """All that tells who it is: the address, and the ids that join."""
        return tuple(mark for mark in (self.url, *self.ids) if mark)


def identify(maps: Maps, url: str) -> Identity | None:
    """The identity at `url`, on whichever site knows it; null if it is nobody's address. Never raises."""
    address = parse(url)
    if address is None:
        return None
    found = (identity_at(site, address) for site in maps.values())
    return next((identity for identity in found if identity), None)


def identity_at(site: SiteMap, address: Address) -> Identity | None:
    """The identity at `address` by the forms of one site."""
    for form in site.identity:
        for compiled in form.compiled:
            values = compiled.match(address, site.host_pattern)
            if values is not None:
                return _identity(site, form, values)
    return None


def marks(site: SiteMap, text: str) -> tuple[str, ...]:
    """The ids that stand in an attribute's `text`, in order."""
    forms = [mark for form in site.identity for mark in form.marks]
    found = [one for mark in forms for one in ids_by(site, mark, text[:_LONGEST_ATTRIBUTE])]
    return tuple(dict.fromkeys(found))


def ids_by(site: SiteMap, mark: re.Pattern[str], text: str) -> list[str]:
    """The ids that one compiled mark finds in `text`, in order."""
    return [one for match in mark.finditer(text) for one in _ids(site.site, match.groupdict(), "")]


def tells(mark: str) -> str:
    """Whether a mark is a number, or an address that people choose: the one never says anything about the other."""
    numbered = (
        re.match(r"[a-z]+:[a-z]+:", mark) or "?id=" in mark or is_code(mark.rstrip("/").rpartition("/")[2])
    )
    return "number" if numbered else "address"


def _identity(site: SiteMap, form: IdentityForm, written: dict[str, str]) -> Identity | None:
    values: dict[str, str] = {}
    for kind, text in written.items():
        plain = canonical(kind, text)
        if plain is None or plain in site.reserved:
            return None
        values[kind] = plain
    url = _TEMPLATE.sub(lambda token: values[token[1]], form.url or "")
    return Identity(site.site, form.kind, url, tuple(_ids(site.site, values, form.url or "")))


def _ids(site: str, values: dict[str, str], template: str) -> list[str]:
    ids = []
    for kind, text in values.items():
        joined = number(kind, text)
        if joined:
            ids.append(f"{site}:{'id' if kind == 'id' else 'member'}:{joined}")
        elif kind == "vanity" and "." in text:  # to Facebook, jane.doe and janedoe are one name
            ids.append(template.replace("{vanity}", text.replace(".", "")))
    return ids
