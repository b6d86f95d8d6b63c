"""Which application and which person is meant, where a name alone may mean several."""

import click
from sqlalchemy.orm import Session

from poise.errors import PoiseError
from poise.store import applications, companies, interviewers
from poise.store.models import Application, Interviewer

company_option = click.option("--company", help="Where, if there are several of that name.")
job_option = click.option("--job", help="Which application, where there are several at that company.")


def the_application(session: Session, company: str, job: str | None) -> Application:
    """The one application that is meant: at this company, for this job; else the one that is still open."""
    rows = applications.of_company(session, company)
    if job is not None:
        rows = [row for row in rows if row.role == job]
    if len(rows) > 1:
        rows = [row for row in rows if row.outcome is None and not row.archived] or rows[-1:]
    if not rows:
        raise PoiseError(
            f"There is no application at {company}{f' as {job}' if job else ''}: see `poise list`."
        )
    if len(rows) > 1:
        jobs = ", ".join(repr(row.role) for row in rows)
        raise PoiseError(f"There are several applications at {company}: say which with --job ({jobs}).")
    return rows[0]


def the_person(session: Session, name: str, company: str | None) -> Interviewer:
    """The one person that is meant; PoiseError if there is none, or more than one."""
    rows = [
        row for row in interviewers.by_name(session, name) if company is None or _is_at(session, row, company)
    ]
    where = f" at {company}" if company else ""
    if not rows:
        raise PoiseError(f"Nobody called {name}{where} is tracked: see `poise list`.")
    if len(rows) > 1:
        raise PoiseError(f"There are {len(rows)} people called {name}{where}: say which with --company.")
    return rows[0]


def _is_at(session: Session, row: Interviewer, company: str) -> bool:
    meant = companies.by_name(session, company)
    return meant is not None and any(part.application.company is meant for part in row.parts)
