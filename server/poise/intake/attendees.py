"""Who is in an invitation: their name and address as programs write them; rooms and robots told apart."""

import re
from dataclasses import dataclass
from typing import Any

from poise.intake.phrases import joined
from poise.intake.tables import table

_ASIDE = re.compile(r"\s*(?:\(.*|\[.*|\||/| via | - ).*$", re.IGNORECASE)
_ADDRESS = re.compile(r"[^@\s:;,<>\"']{1,64}@[^@\s:;,<>\"']{1,255}")
_LETTERS = re.compile(r"[^\W\d_][\w'\u2019.-]*(?: [^\W\d_][\w'\u2019.-]*)*")


@dataclass(frozen=True, slots=True)
class Attendee:
    """`name` and `address` are empty where the file does not say them; `away`: they will not come."""

    name: str
    address: str
    person: bool
    away: bool

    @property
    def domain(self) -> str:
        return self.address.partition("@")[2]


def attendee(value: Any) -> Attendee:
    """An ORGANIZER or ATTENDEE of the library."""
    params = getattr(value, "params", {})
    said = str(params.get("EMAIL", "")), str(value)
    address = next((found[0].lower() for text in said if (found := _ADDRESS.search(text))), "")
    kind = str(params.get("CUTYPE", "INDIVIDUAL")).upper()
    role, answer = str(params.get("ROLE", "")).upper(), str(params.get("PARTSTAT", "")).upper()
    name = _plain_name(str(params.get("CN", "")), address)
    return Attendee(
        name or name_of_address(address),
        address,
        kind in ("INDIVIDUAL", "UNKNOWN")
        and not _is_room(str(params.get("CN", "")), address)
        and not _is_bot(address),
        role == "NON-PARTICIPANT" or answer == "DECLINED",
    )


def name_of_address(address: str) -> str:
    """`jane.doe@acme.com` is Jane Doe; `jd@acme.com` tells nothing."""
    words = [word for word in re.split(r"[._-]", address.partition("@")[0].partition("+")[0]) if word]
    return " ".join(word.title() for word in words) if len(words) > 1 and all(map(str.isalpha, words)) else ""


def _plain_name(said: str, address: str) -> str:
    """`Doe, Jane (HR)` is Jane Doe; an address instead of a name is none."""
    plain = _ASIDE.sub("", " ".join(said.strip("'\" ").split()))
    if not plain or "@" in plain or plain.casefold() == address:
        return ""
    last, comma, first = (part.strip() for part in plain.partition(","))
    if comma and first and first.casefold().strip(".") not in table("interviews")["people"]["titles"]:
        plain = f"{first.partition(',')[0]} {_untitled(last)}"
    elif comma:
        plain = last
    return _untitled(plain)[:300] if _LETTERS.match(plain) else ""


def _untitled(name: str) -> str:
    """Without Dr. and Prof. before it, as no profile has it."""
    words = name.split()
    titles = table("interviews")["people"]["titles"]
    at = next((n for n, word in enumerate(words) if word.casefold().strip(".") not in titles), 0)
    return " ".join(words[at:])


def _is_room(name: str, address: str) -> bool:
    words = re.compile(f"(?<!\\w)(?:{joined(table('interviews')['people']['rooms'])})")
    resource = address.endswith(("resource.calendar.google.com", "group.calendar.google.com"))
    return resource or words.search(name.casefold()) is not None


def _is_bot(address: str) -> bool:
    return address.partition("@")[0].partition("+")[0] in table("interviews")["people"]["bots"]
