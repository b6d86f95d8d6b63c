"""All that is known of a person, or of a company's page, as one judgement needs it."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload

from poise.etiquette.facts import Application as ApplicationFacts
from poise.etiquette.facts import Channel, Dossier, Role
from poise.etiquette.facts import Interviewer as InterviewerFacts
from poise.store import applications, interactions
from poise.store.companies import by_name
from poise.store.models import Application, Company, Identity, Interviewer, Page, Part
from poise.store.naming import folded

PERSON = "person"
COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody tracked, or a company with its own pages. `denied`: identities that are not theirs."""

    id: UUID
    kind: str
    name: str
    identities: tuple[str, ...]
    denied: tuple[str, ...]
    dossier: Dossier

    @property
    def guarded(self) -> bool:
        """Whether they have a say in any application; go-betweens have none."""
        return any(application.part is Role.INTERVIEWER for application in self.dossier.applications)


def people(session: Session) -> list[Known]:
    return [_person(row) for row in session.scalars(_people())]


def companies(session: Session) -> list[Known]:
    """The companies that have a page of their own."""
    return [_company(row) for row in session.scalars(_companies().where(Company.pages.any()))]


def with_identity(session: Session, values: Collection[str]) -> list[Known]:
    """Whoever has any of these addresses or ids."""
    found = select(Identity.interviewer_id).where(Identity.value.in_(values), Identity.denied.is_(False))
    pages = select(Page.company_id).where(Page.value.in_(values))
    return [
        *(_person(row) for row in session.scalars(_people().where(Interviewer.id.in_(found)))),
        *(_company(row) for row in session.scalars(_companies().where(Company.id.in_(pages)))),
    ]


def people_named(session: Session, name: str) -> list[Known]:
    return [_person(row) for row in session.scalars(_people().where(Interviewer.folded == folded(name)))]


def companies_named(session: Session, name: str) -> list[Known]:
    found = by_name(session, name)
    return (
        [_company(row) for row in session.scalars(_companies().where(Company.id == found.id))]
        if found
        else []
    )


def _people() -> Select[Interviewer]:
    parts = selectinload(Interviewer.parts).joinedload(Part.application)
    return (
        select(Interviewer)
        .order_by(Interviewer.id)
        .options(
            selectinload(Interviewer.identities),
            selectinload(Interviewer.interactions),
            parts.joinedload(Application.company),
            parts.selectinload(Application.interviews),
        )
    )


def _companies() -> Select[Company]:
    whole = selectinload(Company.applications).selectinload(Application.interviews)
    return select(Company).order_by(Company.id).options(selectinload(Company.pages), whole)


def _person(row: Interviewer) -> Known:
    parts = [
        applications.facts_of(part.application, Role(part.part))
        for part in row.parts
        if not part.application.archived
    ]
    identities = tuple(sorted(identity.value for identity in row.identities if not identity.denied))
    denied = tuple(sorted(identity.value for identity in row.identities if identity.denied))
    contact = frozenset(Channel(channel) for channel in row.earlier_contact)
    interviewer = InterviewerFacts(row.name, identities, row.trusted, contact)
    history = tuple(interactions.facts_of(interaction) for interaction in row.interactions)
    return Known(row.id, PERSON, row.name, identities, denied, Dossier(tuple(parts), interviewer, history))


def _company(row: Company) -> Known:
    facts: list[ApplicationFacts] = [
        applications.facts_of(one) for one in row.applications if not one.archived
    ]
    pages = tuple(sorted(page.value for page in row.pages))
    return Known(row.id, COMPANY, row.name, pages, (), Dossier(tuple(facts)))
