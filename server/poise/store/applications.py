"""Applications, with their interviews and their outcome."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

import poise.etiquette.facts as facts
from poise.store import companies, interviews
from poise.store.interviews import Booking
from poise.store.models import Application, Company
from poise.store.naming import folded_company, new_id
from poise.store.nouns import changed, expect

WHOLE = (
    selectinload(Application.company).selectinload(Company.pages),
    selectinload(Application.company).selectinload(Company.aliases),
    selectinload(Application.interviews),
)


@dataclass(frozen=True, slots=True)
class NewApplication:
    """An application as it is written; `pages`: the company's own pages, as canonical addresses and ids.

    `archived`, `notes` and `aliases` (the company's other names) stay what they are where they are None.
    """

    company: str
    role: str | None = None
    applied_on: date | None = None
    slow_process: bool = False
    outcome: facts.Outcome | None = None
    interviews: Sequence[Booking] = ()
    pages: Sequence[str] = ()
    archived: bool | None = None
    notes: str | None = None
    aliases: Sequence[str] | None = None
    id: UUID = field(default_factory=new_id)
    made_from: str | None = None


def add(session: Session, new: NewApplication) -> Application:
    company = companies.named(session, new.company)
    row = Application(id=new.id, made_from=new.made_from, company=company, parts=[], interviews=[])
    _fill(row, new)
    session.add(row)
    companies.add_pages(session, company, new.pages)
    if new.aliases is not None:
        companies.set_aliases(session, company, new.aliases)
    return row


def change(session: Session, row: Application, version: int | None, new: NewApplication) -> None:
    """Make the application what `new` says, all of it; raises Stale, Conflict."""
    expect(row, version)
    before, company = row.company, companies.renamed(session, row.company, new.company)
    companies.set_pages(session, company, new.pages)
    if folded_company(new.company) == company.folded:
        company.name = new.company
    if new.aliases is not None:
        companies.set_aliases(session, company, new.aliases)
    row.company = company
    _fill(row, new)
    changed(row)
    session.flush()
    if before is not company:
        companies.drop_if_unused(session, before)


def remove(session: Session, row: Application, version: int | None) -> None:
    """Forget an application; its people stay."""
    expect(row, version)
    company = row.company
    session.delete(row)
    companies.drop_if_unused(session, company)


def of_company(session: Session, name: str) -> list[Application]:
    """The user's applications at a company, oldest first."""
    company = companies.by_name(session, name)
    if company is None:
        return []
    statement = select(Application).where(Application.company_id == company.id)
    return list(session.scalars(statement.order_by(Application.id)))


def set_outcome(row: Application, outcome: facts.Outcome | None) -> None:
    changed(row)
    row.outcome = outcome.kind if outcome else None
    row.outcome_at = outcome.at if outcome else None


def facts_of(row: Application, part: facts.Role = facts.Role.INTERVIEWER) -> facts.Application:
    """The application as the etiquette reads it."""
    return facts.Application(
        company=row.company.name,
        role=row.role,
        applied_on=row.applied_on,
        interviews=tuple(interviews.facts_of(interview) for interview in row.interviews),
        outcome=outcome_of(row),
        slow_process=row.slow_process,
        part=part,
    )


def outcome_of(row: Application) -> facts.Outcome | None:
    if row.outcome is None or row.outcome_at is None:
        return None
    return facts.Outcome(facts.OutcomeKind(row.outcome), row.outcome_at)


def _fill(row: Application, new: NewApplication) -> None:
    interviews.set_all(row, new.interviews)  # first: reading the old ones writes what is changed already
    row.archived = bool(row.archived) if new.archived is None else new.archived
    row.notes = row.notes if new.notes is None else new.notes or None
    row.role, row.applied_on, row.slow_process = new.role, new.applied_on, new.slow_process
    row.outcome = new.outcome.kind if new.outcome else None
    row.outcome_at = new.outcome.at if new.outcome else None
