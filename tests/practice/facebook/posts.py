"""A few posts for everybody, with numbers that lead back to their owner."""

import hashlib
from dataclasses import dataclass

from ..people import Company, People, Person

TEXTS = {
    Company: (
        "Our new warehouse has a roof. The data warehouse always had one.",
        "We are hiring: two data engineers, one cook.",
    ),
    Person: ("Back from the coast. The sea sends its regards.",),
}


@dataclass(frozen=True)
class Post:
    owner: Person | Company
    number: str
    text: str

    @property
    def opaque(self) -> str:
        """facebook 2.1: what stands in its address, and says nothing of the owner."""
        return "pfbid0" + hashlib.sha256(self.number.encode()).hexdigest()[:58]

    def brief(self) -> dict[str, object]:
        owner = self.owner
        number = owner.profile_id if isinstance(owner, Company) else owner.facebook_id
        return {
            "number": self.number,
            "owner": owner.facebook_key,
            "ownerId": str(number),
            "name": owner.name,
            "path": owner.facebook_path,
        }


def posts_of(owner: Person | Company) -> list[Post]:
    def number(count: int) -> str:
        return str(
            int(hashlib.sha1(f"{owner.slug}{count}".encode(), usedforsecurity=False).hexdigest()[:12], 16)
        )

    return [Post(owner, number(count), text) for count, text in enumerate(TEXTS[type(owner)])]


def owner_of(people: People, number: str) -> Person | Company | None:
    everybody: tuple[Person | Company, ...] = (*people.persons, *people.companies)
    return next((owner for owner in everybody for post in posts_of(owner) if post.number == number), None)
