"""Companies: known by their name and by their own pages on the sites."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from poise.errors import Conflict, sentence
from poise.store.legalforms import spellings
from poise.store.models import Alias, Company, Page
from poise.store.naming import folded_company, new_id


def by_name(session: Session, name: str) -> Company | None:
    """The company of this name; else of this other name of it; else of the name but for its legal form."""
    wanted = folded_company(name)
    exact = session.scalar(select(Company).where(Company.folded == wanted))
    if exact is not None:
        return exact
    known_as = session.scalar(select(Company).join(Company.aliases).where(Alias.folded == wanted))
    alike = session.scalars(select(Company).where(Company.folded.in_(spellings(wanted)))).all()
    return known_as or (alike[0] if len(alike) == 1 else None)


def named(session: Session, name: str) -> Company:
    """The company of this name, new if it was not known."""
    company = by_name(session, name)
    if company is None:
        company = Company(id=new_id(), name=name, folded=folded_company(name), pages=[], aliases=[])
        session.add(company)
        session.flush()
    return company


def renamed(session: Session, company: Company, name: str) -> Company:
    """The company of this name, which may be this one, corrected: no other is known by it, and one application is here."""
    found = by_name(session, name)
    if found is None and len(company.applications) > 1:
        return named(session, name)
    if found in (None, company):
        company.name, company.folded = name, folded_company(name)
        company.aliases = [alias for alias in company.aliases if alias.folded != company.folded]
        session.flush()
    return found or company


def add_pages(session: Session, company: Company, values: Iterable[str]) -> None:
    """Add pages to a company; raises Conflict where one is another company's."""
    known = {page.value for page in company.pages}
    for value in dict.fromkeys(values):
        if value in known:
            continue
        _refuse_others(session, company, value)
        company.pages.append(Page(value=value))
    session.flush()


def set_pages(session: Session, company: Company, values: Sequence[str]) -> None:
    """Make these the company's pages."""
    for page in [page for page in company.pages if page.value not in values]:
        company.pages.remove(page)
    add_pages(session, company, values)


def set_aliases(session: Session, company: Company, names: Sequence[str]) -> None:
    """Make these the company's other names; raises Conflict where one is another company's."""
    wanted = {folded_company(name): name for name in names if folded_company(name) != company.folded}
    for alias in [alias for alias in company.aliases if wanted.pop(alias.folded, None) is None]:
        company.aliases.remove(alias)
    for key, name in wanted.items():
        other = session.scalar(select(Company).where(Company.folded == key)) or session.scalar(
            select(Company).join(Company.aliases).where(Alias.folded == key)
        )
        if other is not None and other is not company:
            raise Conflict(sentence("name_taken", name=name, company=other.name))
        company.aliases.append(Alias(folded=key, name=name))
    session.flush()


def drop_if_unused(session: Session, company: Company) -> None:
    """Forget a company that no application names any more."""
    session.flush()
    session.expire(company)
    if not company.applications:
        session.delete(company)


def _refuse_others(session: Session, company: Company, value: str) -> None:
    statement = select(Company).join(Page, (Page.owner == Company.owner) & (Page.company_id == Company.id))
    other = session.scalar(statement.where(Page.value == value))
    if other is not None and other is not company:
        raise Conflict(sentence("page_taken", page=value, company=other.name))
