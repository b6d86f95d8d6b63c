"""What is known already, read once: what a file offers is compared with it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload

from poise.etiquette.facts import Application as ApplicationFacts
from poise.etiquette.facts import Role
from poise.etiquette.stages import UNDECIDED, stage_of
from poise.store import applications
from poise.store.legalforms import spellings
from poise.store.models import Application, CalendarEntry, Company, Interview, Interviewer, Part
from poise.store.naming import folded, folded_company

Order = tuple[int, datetime]
Times = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """`companies`: folded names; `history`: "kind channel" to the times at which it happened."""

    id: UUID
    name: str
    companies: frozenset[str]
    identities: frozenset[str]
    denied: frozenset[str]
    earlier_contact: frozenset[str]
    history: Mapping[str, list[datetime]]
    applications: tuple[ApplicationFacts, ...]

    def undecided(self, now: datetime) -> bool:
        """Whether a decision in which they have a say is still to come."""
        own = [one for one in self.applications if one.part is Role.INTERVIEWER]
        return any(stage_of(one, now) in UNDECIDED for one in own)


@dataclass(frozen=True, slots=True)
class KnownApplication:
    """`people`: folded names of those with a part in it; `noted`: whether the user has notes on it."""

    id: UUID
    company: str
    facts: ApplicationFacts
    people: frozenset[str]
    noted: bool


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """A calendar event taken before; `interview`: when it is now, null if it is not there any more."""

    order: Order
    called_off: bool
    company: str
    interview: Times | None
    people: frozenset[str]


@dataclass(slots=True)
class World:
    """The user's facts by what they are looked up by. `aliases`: another name of a company to its name, both folded."""

    people: list[KnownPerson] = field(default_factory=list)
    entries: dict[str, KnownEntry] = field(default_factory=dict)
    by_identity: dict[str, KnownPerson] = field(default_factory=dict)
    by_name: dict[str, list[KnownPerson]] = field(default_factory=lambda: defaultdict(list))
    by_company: dict[str, list[KnownApplication]] = field(default_factory=lambda: defaultdict(list))
    aliases: dict[str, str] = field(default_factory=dict)

    def at(self, company: str | None) -> list[KnownApplication]:
        """The applications at a company, also by another name of it, or with or without GmbH, AS or Ltd."""
        wanted = folded_company(company or "")
        name = wanted if wanted in self.by_company else self.aliases.get(wanted)
        alike = [name] if name is not None else [one for one in spellings(wanted) if one in self.by_company]
        return self.by_company[alike[0]] if len(alike) == 1 else []

    def companies(self) -> list[str]:
        """Their names, as they are written here."""
        return [found[0].company for found in self.by_company.values()]

    def add_person(self, person: KnownPerson) -> None:
        self.people.append(person)
        self.by_name[folded(person.name)].append(person)
        self.by_identity.update(dict.fromkeys(person.identities, person))


def known_world(session: Session) -> World:
    """Everything that a file could be about."""
    world = World()
    held = list(session.scalars(_applications()))  # so that none is read again one by one
    known = {row.id: _application(row) for row in held}
    for one in known.values():
        world.by_company[folded_company(one.company)].append(one)
    for row in session.scalars(_people()):
        world.add_person(_person(row))
    for company in session.scalars(select(Company).options(selectinload(Company.aliases))):
        world.aliases.update({alias.folded: company.folded for alias in company.aliases})
    times = {row.id: (row.starts, row.ends) for row in session.scalars(select(Interview))}
    for entry in session.scalars(select(CalendarEntry)):
        world.entries[entry.mark] = _entry(entry, known[entry.application_id], times)
    return world


def held_world(session: Session) -> list[object]:
    """All rows that an import may touch, read at once; while the list is held, none is read again one by one."""
    return [
        *session.scalars(_applications()),
        *session.scalars(_people()),
        *session.scalars(select(CalendarEntry)),
    ]


def _applications() -> Select[Application]:
    return select(Application).options(
        joinedload(Application.company),
        selectinload(Application.interviews),
        selectinload(Application.parts).joinedload(Part.interviewer),
    )


def _people() -> Select[Interviewer]:
    parts = selectinload(Interviewer.parts).joinedload(Part.application)
    return select(Interviewer).options(
        selectinload(Interviewer.identities), selectinload(Interviewer.interactions), parts
    )


def _application(row: Application) -> KnownApplication:
    people = frozenset(folded(part.interviewer.name) for part in row.parts)
    return KnownApplication(row.id, row.company.name, applications.facts_of(row), people, bool(row.notes))


def _person(row: Interviewer) -> KnownPerson:
    history = defaultdict(list)
    for passed in row.interactions:
        history[f"{passed.kind} {passed.channel}"].append(passed.at)
    return KnownPerson(
        row.id,
        row.name,
        frozenset(folded_company(part.application.company.name) for part in row.parts),
        frozenset(identity.value for identity in row.identities if not identity.denied),
        frozenset(identity.value for identity in row.identities if identity.denied),
        row.earlier_contact,
        history,
        tuple(
            applications.facts_of(part.application, Role(part.part))
            for part in row.parts
            if not part.application.archived
        ),
    )


def _entry(row: CalendarEntry, application: KnownApplication, times: Mapping[UUID, Times]) -> KnownEntry:
    interview = times.get(row.interview_id) if row.interview_id else None
    called_off = row.interview_id is None
    return KnownEntry(
        (row.sequence, row.stamp), called_off, application.company, interview, application.people
    )
