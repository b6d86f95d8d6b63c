"""All that is known of a person, or of a company's page, as one judgement needs it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Executable, Select, select
from sqlalchemy.orm import Session, selectinload

from poise.etiquette.facts import Application as ApplicationFacts
from poise.etiquette.facts import Channel, Dossier, Role
from poise.etiquette.facts import Interview as InterviewFacts
from poise.etiquette.facts import Interviewer as InterviewerFacts
from poise.store import applications, interactions
from poise.store.companies import by_name
from poise.store.models import Application, Company, Identity, Interaction, Interview, Interviewer, Page, Part
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


def people(session: Session) -> list[Known]:
    return _people(session, None)


def companies(session: Session) -> list[Known]:
    """The companies that have a page of their own."""
    return [_company(row) for row in session.scalars(_companies().where(Company.pages.any()))]


def with_identity(session: Session, values: Collection[str]) -> list[Known]:
    """Whoever has any of these addresses or ids."""
    found = select(Identity.interviewer_id).where(Identity.value.in_(values), Identity.denied.is_(False))
    pages = select(Page.company_id).where(Page.value.in_(values))
    return [
        *_people(session, found),
        *(_company(row) for row in session.scalars(_companies().where(Company.id.in_(pages)))),
    ]


def people_named(session: Session, name: str) -> list[Known]:
    return _people(session, select(Interviewer.id).where(Interviewer.folded == folded(name)))


def companies_named(session: Session, name: str) -> list[Known]:
    found = by_name(session, name)
    return (
        [_company(row) for row in session.scalars(_companies().where(Company.id == found.id))]
        if found
        else []
    )


def _people(session: Session, ids: Select[UUID] | None) -> list[Known]:
    """Of these people, or of all, in plain rows: objects of the tables would take several times as long."""
    of = partial(_of, ids)
    whom = select(Interviewer.id, Interviewer.name, Interviewer.trusted, Interviewer.earlier_contact)
    marks = select(Identity.interviewer_id, Identity.value, Identity.denied)
    kinds = select(Interaction.interviewer_id, Interaction.kind, Interaction.at, Interaction.channel)
    identities = _by_first(session, marks.where(*of(Identity.interviewer_id)))
    history = _by_first(session, kinds.where(*of(Interaction.interviewer_id)).order_by(Interaction.at))
    parts = _parts(session, ids)
    return [
        _person(row, identities[row.id], parts[row.id], history[row.id])
        for row in session.execute(whom.where(*of(Interviewer.id)).order_by(Interviewer.id))
    ]


def _of(ids: Select[UUID] | None, column: Any) -> tuple[ColumnElement[bool], ...]:
    return () if ids is None else (column.in_(ids),)


def _by_first(session: Session, asked: Executable) -> dict[UUID, list[Any]]:
    """The rows by their first column."""
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in session.execute(asked):
        found[row[0]].append(row)
    return found


def _parts(session: Session, ids: Select[UUID] | None) -> dict[UUID, list[ApplicationFacts]]:
    """The applications in use that each has a part in."""
    one = Application
    asked = (
        select(
            Part.interviewer_id, one.id, Part.part, Company.name, one.role, one.applied_on, one.slow_process
        )
        .add_columns(one.outcome, one.outcome_at)
        .join(Part.application)
        .join(one.company)
        .where(one.archived.is_(False), *_of(ids, Part.interviewer_id))
        .order_by(one.id)
    )
    times = select(Interview.application_id, Interview.starts, Interview.ends).order_by(Interview.starts)
    if ids is not None:
        theirs = select(Part.application_id).where(Part.interviewer_id.in_(ids))
        times = times.where(Interview.application_id.in_(theirs))
    interviews = _by_first(session, times)
    rows = _by_first(session, asked)
    return defaultdict(list, {
        person: [_application(row, interviews[row.id]) for row in parts] for person, parts in rows.items()
    })  # fmt: skip


def _application(row: Any, times: list[Any]) -> ApplicationFacts:
    return ApplicationFacts(
        company=row.name,
        role=row.role,
        applied_on=row.applied_on,
        interviews=tuple(InterviewFacts(starts, ends) for _, starts, ends in times),
        outcome=applications.outcome_of(row),
        slow_process=row.slow_process,
        part=Role(row.part),
    )


def _person(row: Any, marks: list[Any], parts: list[ApplicationFacts], history: list[Any]) -> Known:
    own = tuple(sorted(mark.value for mark in marks if not mark.denied))
    denied = tuple(sorted(mark.value for mark in marks if mark.denied))
    contact = frozenset(Channel(channel) for channel in row.earlier_contact)
    interviewer = InterviewerFacts(row.name, own, row.trusted, contact)
    happened = tuple(interactions.facts_of(one) for one in history)
    return Known(row.id, PERSON, row.name, own, denied, Dossier(tuple(parts), interviewer, happened))


def _companies() -> Select[Company]:
    whole = selectinload(Company.applications).selectinload(Application.interviews)
    return select(Company).order_by(Company.id).options(selectinload(Company.pages), whole)


def _company(row: Company) -> Known:
    facts: list[ApplicationFacts] = [
        applications.facts_of(one) for one in row.applications if not one.archived
    ]
    pages = tuple(sorted(page.value for page in row.pages))
    return Known(row.id, COMPANY, row.name, pages, (), Dossier(tuple(facts)))
