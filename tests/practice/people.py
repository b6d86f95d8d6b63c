"""The invented people and companies of the practice sites, from people.toml."""

import base64
import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

KINDS = {
    "ACo": b"\x00\x2a",
    "ACw": b"\x00\x2c",
    "AEM": b"\x00\x43",
}  # linkedin 3.3: profile, Sales Navigator, Recruiter


@dataclass(frozen=True)
class Person:
    """One person with a LinkedIn profile and, if `facebook_id` is not 0, a Facebook one."""

    slug: str
    name: str
    headline: str
    company: str
    school: str
    place: str
    member: int
    about: str = ""
    degree: str = "2nd"
    facebook: str = ""
    facebook_id: int = 0
    mutual: tuple[str, ...] = ()

    def urn(self, kind: str = "ACo") -> str:
        """The id of 29 bytes that carries the member number: `ACoAA…` (linkedin 3.3)."""
        digest = hashlib.sha1(self.slug.encode(), usedforsecurity=False).digest()
        raw = KINDS[kind] + self.member.to_bytes(6, "big") + b"\x01" + digest
        return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

    def brief(self) -> dict[str, object]:
        """What the scripts of the sites know of a person."""
        return {
            "slug": self.slug,
            "name": self.name,
            "headline": self.headline,
            "member": self.member,
            "id": self.urn(),
            "facebook": self.facebook_key,
            "facebookId": str(self.facebook_id),
            "path": self.facebook_path,
        }

    @property
    def activity(self) -> int:
        """The number of their post in the LinkedIn feed."""
        return 7_400_000_000_000_000_000 + self.member

    @property
    def thread(self) -> int:
        """The number of an encrypted conversation with them, and of their story; it is not theirs."""
        return 9_000_000_000_000_000 + self.member

    @property
    def facebook_key(self) -> str:
        """What stands in the address on Facebook: the vanity name, else the number."""
        return self.facebook or str(self.facebook_id)

    @property
    def facebook_path(self) -> str:
        return f"/{self.facebook}" if self.facebook else f"/profile.php?id={self.facebook_id}"


@dataclass(frozen=True)
class Company:
    """One company with a page on both sites; `vanity` is empty for a page that only has numbers."""

    slug: str
    name: str
    trade: str
    place: str
    about: str
    page_id: int
    profile_id: int
    vanity: str = ""

    def brief(self) -> dict[str, object]:
        return {
            "name": self.name,
            "facebook": self.facebook_key,
            "facebookId": str(self.profile_id),
            "pageId": str(self.page_id),
            "path": self.facebook_path,
        }

    @property
    def facebook_key(self) -> str:
        return self.vanity or str(self.profile_id)

    @property
    def facebook_path(self) -> str:
        return f"/{self.vanity}" if self.vanity else f"/profile.php?id={self.profile_id}"


class People:
    """Everybody, found by whatever the sites put in addresses and requests; None if nobody is meant."""

    def __init__(self, persons: tuple[Person, ...], companies: tuple[Company, ...]) -> None:
        self.persons = persons
        self.companies = companies

    def on_linkedin(self, key: str) -> Person | None:
        """`key`: slug in any case, `ACoAA…`/`ACwAA…` id, member number."""
        for person in self.persons:
            ids = (*(person.urn(kind) for kind in KINDS), str(person.member))
            if key.lower() == person.slug or key in ids:
                return person
        return None

    def company(self, key: str) -> Company | None:
        """`key`: slug, vanity name in any case, either of the two Facebook ids."""
        for company in self.companies:
            if key.lower() in {
                company.slug,
                company.facebook_key,
                str(company.page_id),
                str(company.profile_id),
            }:
                return company
        return None

    def on_facebook(self, key: str) -> Person | Company | None:
        for person in self.persons:
            if key.lower() in {person.facebook_key, str(person.facebook_id)} and person.facebook_id:
                return person
        return self.company(key)

    def others(self, *but: str) -> list[Person]:
        return [person for person in self.persons if person.slug not in but]


@cache
def load() -> People:
    data = tomllib.loads(Path(__file__).with_name("people.toml").read_text(encoding="utf-8"))
    persons = (Person(**{**entry, "mutual": tuple(entry.get("mutual", ()))}) for entry in data["person"])
    return People(tuple(persons), tuple(Company(**entry) for entry in data["company"]))
