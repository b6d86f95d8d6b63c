"""Whose interview an event is: the company, by what is known already, the title, or the organiser's mail domain."""

import re
from collections.abc import Collection, Iterable
from functools import cache

from poise.intake.attendees import Attendee
from poise.intake.events import Event
from poise.intake.phrases import joined, whole_words
from poise.intake.tables import table
from poise.store.legalforms import without_form
from poise.store.naming import folded_company

_DASH = "[-\u2013\u2014]"
_PIECES = re.compile(
    rf"\s+(?:{_DASH}|[|/\u00b7\u2022])\s+|\s*[:,;()\[\]<>\"\u201c\u201d\u201e|]+\s*|\s+{_DASH}|{_DASH}\s+"
)
_LONGEST_NAME = 5  # words
_UPPER = 3  # letters of a domain that is read as initials


def is_free(domain: str) -> bool:
    return domain in table("mail")["free"]


def is_scheduler(domain: str) -> bool:
    """Whether a calendar service invites from here on others' behalf."""
    return any(domain == one or domain.endswith(f".{one}") for one in table("mail")["scheduling"])


def stem(name: str) -> str:
    """What a company's name and its domain have in common: Acme GmbH is acme, and so is acme.com."""
    return re.sub(r"\W", "", without_form(folded_company(name)))


def stem_of_domain(domain: str) -> str:
    """`mail.acme.co.uk` is acme; empty for where anybody has an address."""
    if not domain or is_free(domain) or is_scheduler(domain):
        return ""
    suffix = next((one for one in table("mail")["suffixes"] if domain.endswith(f".{one}")), None)
    parts = domain.removesuffix(f".{suffix}" if suffix else "").split(".")
    label = parts[-1] if suffix else parts[-2] if len(parts) > 1 else parts[0]
    return label.replace("-", "")


class Employers:
    """The companies that are known, ready to be looked for."""

    def __init__(self, known: Iterable[str]) -> None:
        self._by_stem = {stem(name): name for name in sorted(known)}
        names = sorted(self._by_stem.values(), key=len, reverse=True)
        self.pattern = re.compile(f"(?<!\\w)(?:{joined(names)})(?!\\w)")

    def named(self, text: str) -> str | None:
        """The known company that a text names."""
        found = self.pattern.search(text.casefold())
        return self._by_stem.get(stem(found[0])) if found else None

    def of(self, event: Event, mine: Collection[str]) -> str | None:
        """The company that interviews, None where nothing says it."""
        people = [one for one in (event.organizer, *event.attendees) if one and one.address not in mine]
        stems = [found for one in people if (found := stem_of_domain(one.domain))]
        for known in (self.named(event.title), *(self._by_stem.get(one) for one in stems)):
            if known:
                return known
        return _of_title(event.title, stems, people) or (_of_domain(people) if stems else None)


def _of_title(title: str, stems: list[str], people: list[Attendee]) -> str | None:
    names = {one.name.casefold() for one in people if one.name}
    after = [_cut(found) for found in _before("before").findall(title)]
    either = [_cut(found) for found in _before("before_either").findall(title)]
    pieces = [_bare(piece) for piece in _PIECES.split(title)]
    if stems:
        spelt = (one for one in (*after, *either, *pieces) if stem(one) in stems)
        legal = (one for one in (*either, *pieces) if _is_incorporated(one))
        return next((one for one in (*spelt, *after, *legal)), None)
    likely = [one for one in (*after, *either) if one and not _is_person(one, names)]
    alone = [one for one in pieces if _may_be_name(one) and not _is_person(one, names)]
    return next(iter(likely), None) or (alone[0] if len(alone) == 1 else None)


@cache
def _before(words: str) -> re.Pattern[str]:
    """What follows one of these words, to the next mark that separates."""
    return re.compile(
        rf"(?i)(?<!\w)(?:{joined(table('interviews')['company'][words])})\s+"
        rf"([^:,;()\[\]|\u2013\u2014]+?)(?=\s+(?:{_DASH}|[|/])\s|[:,;()\[\]|\u2013\u2014]|$)"
    )


def _cut(text: str) -> str:
    """A name up to the word that ends it: `Acme GmbH for Data engineer` is Acme GmbH."""
    words = text.split()
    at = next((n for n, word in enumerate(words) if n and _ends_name(word)), len(words))
    return " ".join(words[: min(at, _LONGEST_NAME)]) if at else ""


def _ends_name(word: str) -> bool:
    """Also `as`, which in capitals is a Norwegian company's."""
    plain = word.casefold()
    return plain in table("interviews")["company"]["ends"] and not (
        word.isupper() and _is_incorporated(f"x {word}")
    )


def _bare(piece: str) -> str:
    """A piece of a title without the words for an interview."""
    rest = whole_words("weak").sub(" ", whole_words("sure").sub(" ", piece))
    aside = table("interviews")["company"]["aside"]
    return " ".join(word for word in rest.split() if word.casefold().strip(".!") not in aside)


def _is_incorporated(name: str) -> bool:
    """Whether it ends as only a company's name does: GmbH, AS, Ltd."""
    plain = " ".join(name.casefold().split())
    return without_form(plain) != plain and name.split()[-1][0].isupper()


def _may_be_name(text: str) -> bool:
    return bool(stem(text)) and len(text.split()) <= _LONGEST_NAME and not text.isdecimal()


def _is_person(text: str, names: Collection[str]) -> bool:
    """Whether it names one of those who come, by the whole name or the first."""
    plain = text.casefold()
    return any(plain == name or plain in name.split() or name in plain for name in names)


def _of_domain(people: list[Attendee]) -> str | None:
    domain = next((one.domain for one in people if stem_of_domain(one.domain)), None)
    if domain is None:
        return None
    suffix = next((one for one in table("mail")["suffixes"] if domain.endswith(f".{one}")), None)
    label = domain.removesuffix(f".{suffix}").split(".")[-1] if suffix else domain.split(".")[-2:][0]
    return label.upper() if len(label) <= _UPPER else label.replace("-", " ").title()
