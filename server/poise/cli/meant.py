"""Which application and which person is meant, where a name alone may mean several."""

from collections.abc import Callable, Sequence
from difflib import get_close_matches

import click
from sqlalchemy import select
from sqlalchemy.orm import Session

from poise.errors import PoiseError
from poise.store import applications, companies, interviewers
from poise.store.models import Application, Company, Interviewer
from poise.text import fold

SEVERAL = "There are several applications at {company}: say which with --job ({jobs})."
ALIKE = "There are several applications at {company} for the same job: your job search in the browser tells them apart."
LIKENESS = 0.7  # of 1; two letters swapped in a word of four are still alike

company_option = click.option("--company", help="Where, if there are several of that name.")
job_option = click.option(
    "--job", help='Which application, where there are several at that company; "" for the one without a job.'
)


Likely = Callable[[Application], bool]


def is_open(row: Application) -> bool:
    return row.outcome is None and not row.archived


def the_application(session: Session, company: str, job: str | None, likely: Likely = is_open) -> Application:
    """The one application that is meant: at this company, for this job; of several the only `likely` one."""
    there = applications.of_company(session, company)
    rows = [row for row in there if job is None or fold(job) == _job_of(row)]
    if len(rows) > 1:
        rows = [row for row in rows if likely(row)] or rows
    if not rows:
        known = [] if there else session.scalars(select(Company.name).join(Application).distinct()).all()
        where = f"{company}{f' as {job}' if job else ''}"
        raise PoiseError(f"There is no application at {where}: {_perhaps(company, known)}")
    if len(rows) > 1:
        jobs = ", ".join(f'"{row.role or ""}"' for row in rows)
        alike = len({_job_of(row) for row in rows}) == 1
        raise PoiseError((ALIKE if alike else SEVERAL).format(company=company, jobs=jobs))
    return rows[0]


def _job_of(row: Application) -> str:
    return fold(row.role or "")


def called(row: Application) -> str:
    """The application as it is said back: its company, and which job."""
    return f"{row.company.name} ({row.role})" if row.role else row.company.name


def the_person(session: Session, name: str, company: str | None) -> Interviewer:
    """The one person that is meant; PoiseError if there is none, or more than one."""
    called = interviewers.by_name(session, name)
    rows = [row for row in called if company is None or _is_at(session, row, company)]
    where = f" at {company}" if company else ""
    if not rows:
        known = [] if called else session.scalars(select(Interviewer.name).distinct()).all()
        raise PoiseError(f"Nobody called {name}{where} is tracked: {_perhaps(name, known)}")
    if len(rows) > 1:
        raise PoiseError(f"There are {len(rows)} people called {name}{where}: say which with --company.")
    return rows[0]


def _is_at(session: Session, row: Interviewer, company: str) -> bool:
    meant = companies.by_name(session, company)
    return meant is not None and any(part.application.company is meant for part in row.parts)


def _perhaps(said: str, known: Sequence[str]) -> str:
    """The known names nearest to what was said, wholly or in one word, as a question; else where all of them stand."""
    words = {word: name for name in known for word in (*name.casefold().split(), name.casefold())}
    near = {words[word] for word in get_close_matches(said.casefold(), words, cutoff=LIKENESS)}
    return f"did you mean {' or '.join(sorted(near))}?" if near else "see `poise list`."
