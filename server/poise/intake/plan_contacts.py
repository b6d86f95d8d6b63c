"""What LinkedIn's archive would add to what is known of the people that are tracked; strangers stay strangers."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from poise.etiquette.facts import HistoryKind
from poise.intake.employers import stem
from poise.intake.offers import Contact, Does, Preview, Row, Wishes
from poise.intake.tables import cap
from poise.intake.world import KnownPerson, World
from poise.store.naming import folded

REQUESTS = {HistoryKind.CONNECT: "asked", HistoryKind.THEY_CONNECTED: "they_asked"}
_SITE = "https://www.linkedin.com/"


class Contacts:
    """Takes each contact in the order of the lists; connections have to come before the requests."""

    def __init__(self, world: World, wishes: Wishes, preview: Preview) -> None:
        self._world, self._wishes, self._preview = world, wishes, preview
        self._connected: set[UUID] = set()
        self._learnt: dict[str, KnownPerson] = {}  # profiles that the list of connections tells
        self._rows: dict[str, Row] = {}
        self._messages: dict[tuple[UUID, str | None], list[Contact]] = defaultdict(list)
        self._people: dict[UUID, KnownPerson] = {}

    def take(self, contact: Contact) -> None:
        person, doubt = self._whose(contact)
        if person is None:
            self._preview.others += 1
            return
        self._people[person.id] = person
        if contact.kind is None:
            self._connection(contact, person, doubt)
        elif contact.kind in REQUESTS:
            self._request(contact, person, doubt)
        elif self._is_known(contact, person):
            self._preview.same += 1
        else:
            self._messages[person.id, doubt].append(contact)

    def rows(self) -> Iterator[Row]:
        yield from self._rows.values()
        for (person, doubt), passed in self._messages.items():
            sent = sum(1 for one in passed if one.kind is HistoryKind.MESSAGE)
            values = {"name": self._people[person].name, "sent": sent, "received": len(passed) - sent}
            row_id = _id("messages", person, doubt)
            yield Row(row_id, Does.ADD, "messages", values, tuple(passed), doubt, person)

    def _whose(self, contact: Contact) -> tuple[KnownPerson | None, str | None]:
        """Who it is, by a profile, else by name; a name alone is for the user to confirm."""
        for mark in contact.profiles:
            person = self._world.by_identity.get(mark) or self._learnt.get(mark)
            if person is not None:
                return person, None
        alike = [
            person
            for person in self._world.by_name.get(folded(contact.name), ())
            if not person.denied.intersection(contact.profiles) and not _is_elsewhere(person, contact)
        ]
        if len(alike) != 1:
            return None, None
        at = stem(contact.company or "")
        return alike[0], None if at and at in map(stem, alike[0].companies) else "by_name"

    def _connection(self, contact: Contact, person: KnownPerson, doubt: str | None) -> None:
        if doubt is None:
            self._connected.add(person.id)
            self._learnt.update(dict.fromkeys(contact.profiles, person))
        if contact.channel in person.earlier_contact:
            self._preview.same += 1
        else:
            self._keep(contact, person, doubt, "connected", Does.CHANGE)

    def _request(self, contact: Contact, person: KnownPerson, doubt: str | None) -> None:
        connected = person.id in self._connected or contact.channel in person.earlier_contact
        waiting = contact.kind is HistoryKind.CONNECT and not connected and doubt is None
        if waiting and person.undecided(self._wishes.now):
            self._preview.findings.append(("asked_already", {"name": person.name, "day": contact.at}))
        if self._is_known(contact, person):
            self._preview.same += 1
        elif contact.kind is not None:
            self._keep(contact, person, doubt, REQUESTS[contact.kind], Does.ADD)

    def _keep(self, contact: Contact, person: KnownPerson, doubt: str | None, says: str, does: Does) -> None:
        row_id = _id(says, person.id, contact.at, doubt)
        values = {"name": person.name, "day": contact.at}
        self._rows[row_id] = Row(row_id, does, says, values, (contact,), doubt, person.id)

    def _is_known(self, contact: Contact, person: KnownPerson) -> bool:
        """Whether the same was written down before, give or take what sources differ by."""
        request = contact.kind in REQUESTS
        near = (
            timedelta(days=cap("preview", "same_days"))
            if request
            else timedelta(minutes=cap("preview", "same_minutes"))
        )
        before = person.history.get(f"{contact.kind} {contact.channel}", ())
        return any(abs(at - contact.at) <= near for at in before)


def _is_elsewhere(person: KnownPerson, contact: Contact) -> bool:
    """Whether both have a profile there, and not the same one."""
    return bool(contact.profiles) and any(mark.startswith(_SITE) for mark in person.identities)


def _id(*parts: object) -> str:
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:16]
