"""New applications out of a tracker, thousands at a time: looked up in memory, and written table by table."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from poise.errors import BadInput, sentence
from poise.intake.offers import Person, Progress, Sought
from poise.intake.plan_sought import notes_of
from poise.store import interviewers, nouns, rows
from poise.store.legalforms import spellings
from poise.store.models import Alias, Application, Company, Identity, Interviewer, Part
from poise.store.naming import folded, folded_company, new_id
from poise.store.nouns import changed


@dataclass(slots=True)
class _Somebody:
    """A person of ours or of the file; `more`: the marks that the file adds."""

    id: UUID
    name: str
    known: bool
    more: dict[str, None] = field(default_factory=dict)


class Gathering:
    """Holds what is to be written until `write`; what was gathered before is known to what comes after."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._new: dict[str, list[rows.Row]] = defaultdict(list)
        self._companies = {row.folded: row.id for row in session.execute(select(Company.folded, Company.id))}
        self._aliases = {
            row.folded: row.company_id for row in session.execute(select(Alias.folded, Alias.company_id))
        }
        self._by_mark: dict[str, _Somebody] = {}
        self._by_name: dict[tuple[str, UUID], _Somebody] = {}
        self._joined: dict[UUID, _Somebody] = {}
        self._know_people()

    def add(self, offers: Sequence[Sought], zone: str) -> None:
        """A new application, of all that was said of it; BadInput with the line where a profile is somebody else's."""
        company, application = self._company(offers[0].company), new_id()
        self._new["applications"].append({"id": application, "company_id": company, **_facts(offers)})
        self._new["interviews"] += (
            {"id": new_id(), "application_id": application, "starts": starts, "ends": ends, "zone": zone}
            for starts, ends in dict.fromkeys(time for offer in offers for time in offer.interviews)
        )
        parts = {
            self._person(offer.person, company, offer.line).id: offer.person.part
            for offer in offers
            if offer.person is not None
        }
        self._new["parts"] += (
            {"application_id": application, "interviewer_id": whose, "part": part}
            for whose, part in parts.items()
        )

    def write(self, progress: Progress) -> None:
        """All that was gathered, whatever is linked to before what links to it."""
        for somebody in self._joined.values():
            if not somebody.known:
                marks = ({"value": mark, "interviewer_id": somebody.id} for mark in somebody.more)
                self._new["identities"] += marks
        for count, name in enumerate(rows.NAMES):
            rows.add_rows(self._session, name, self._new.pop(name, []))
            progress(count / len(rows.NAMES))
        for somebody in self._joined.values():
            if somebody.known:
                row = nouns.get(self._session, Interviewer, somebody.id)
                changed(row)
                interviewers.add_identities(self._session, row, somebody.more)
        self._joined.clear()

    def _know_people(self) -> None:
        people = {
            person: _Somebody(person, name, known=True)
            for person, name in self._session.execute(select(Interviewer.id, Interviewer.name))
        }
        marks = select(Identity.value, Identity.interviewer_id).where(Identity.denied.is_(False))
        for mark, person in self._session.execute(marks):
            self._by_mark[mark] = people[person]
        held = select(Part.interviewer_id, Application.company_id).join(Part.application)
        for person, company in self._session.execute(held.order_by(Part.interviewer_id.desc())):
            self._by_name[folded(people[person].name), company] = people[person]  # the oldest stays

    def _company(self, name: str) -> UUID:
        """As `companies.by_name` has it; new if it is not known."""
        wanted = folded_company(name)
        known = self._companies.get(wanted) or self._aliases.get(wanted) or self._alike(wanted)
        if known is None:
            known = self._companies[wanted] = new_id()
            self._new["companies"].append({"id": known, "name": name, "folded": wanted})
        return known

    def _alike(self, wanted: str) -> UUID | None:
        """The only company of this name but for its legal form."""
        found = [self._companies[one] for one in spellings(wanted) if one in self._companies]
        return found[0] if len(found) == 1 else None

    def _person(self, person: Person, company: UUID, line: int) -> _Somebody:
        """Who this is already: by a profile, or by the same name at the same company; else somebody new."""
        sure = [self._by_mark[mark] for mark in person.profiles if mark in self._by_mark]
        for one in sure:
            if folded(one.name) != folded(person.name):
                raise BadInput([(sentence("in_line", line=line), sentence("profile_taken", name=one.name))])
        alike = self._by_name.get((folded(person.name), company))
        found = next(iter(sure), None) or alike or self._somebody(person)
        self._joined[found.id] = found
        self._by_name.setdefault((folded(person.name), company), found)
        for mark in person.profiles:
            if self._by_mark.setdefault(mark, found) is found:
                found.more[mark] = None
        return found

    def _somebody(self, person: Person) -> _Somebody:
        found = _Somebody(new_id(), person.name, known=False)
        row = {"id": found.id, "version": 1, "name": person.name, "folded": folded(person.name)}
        self._new["interviewers"].append(row | {"earlier_contact": frozenset()})
        return found


def _facts(offers: Sequence[Sought]) -> rows.Row:
    """What the row of a new application says by itself; of several outcomes the one that was told last."""
    outcome = next((offer.outcome for offer in reversed(offers) if offer.outcome), None)
    return {
        "version": 1,
        "role": offers[0].role,
        "applied_on": next((offer.applied_on for offer in offers if offer.applied_on), None),
        "outcome": outcome.kind if outcome else None,
        "outcome_at": outcome.at if outcome else None,
        "notes": notes_of(offers),
    }
