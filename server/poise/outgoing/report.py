"""What was done between two dates, as a page to print: applications, interviews, follow-ups."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from sqlalchemy import select
from sqlalchemy.orm import Session

from poise.store.models import Application, Interaction, Interviewer

THEIRS = ("they_wrote", "they_connected")  # what is no activity of the user's
DAY = {"en": "%d/%m/%Y", "de": "%d.%m.%Y", "nb": "%d.%m.%Y"}


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both of them in it, as they are in this zone."""

    first: date
    last: date
    zone: ZoneInfo

    def has(self, moment: datetime) -> bool:
        return self.first <= moment.astimezone(self.zone).date() <= self.last


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def as_html(session: Session, period: Period, language: str) -> bytes:
    """The report, whole in itself: no script, nothing that is loaded."""
    words, form = _words()[language], DAY[language]
    parts = [
        Part(
            "applications", ("date", "company", "role", "state"), list(_applied(session, period, words, form))
        ),
        Part("interviews", ("date", "time", "company", "role", "person"), list(_met(session, period, form))),
        Part(
            "contacts",
            ("date", "what", "channel", "person", "company"),
            list(_wrote(session, period, words, form)),
        ),
    ]
    values = {"words": words, "language": language, "parts": parts}
    text = _template().render(period=f"{period.first:{form}} – {period.last:{form}}", **values)
    return text.encode()


def _applied(
    session: Session, period: Period, words: Mapping[str, str], form: str
) -> Iterator[Sequence[str]]:
    wanted = select(Application).where(Application.applied_on.between(period.first, period.last))
    for row in session.scalars(wanted.order_by(Application.applied_on, Application.id)):
        if row.applied_on is not None:
            state = words[row.outcome or "open"]
            yield f"{row.applied_on:{form}}", row.company.name, row.role or "", state


def _met(session: Session, period: Period, form: str) -> Iterator[Sequence[str]]:
    found = [(one, row) for row in session.scalars(select(Application)) for one in row.interviews]
    for one, row in sorted(found, key=lambda pair: (pair[0].starts, pair[0].id)):
        if period.has(one.starts):
            local = one.starts.astimezone(period.zone)
            with_whom = ", ".join(sorted(part.interviewer.name for part in row.parts))
            yield f"{local:{form}}", f"{local:%H:%M}", row.company.name, row.role or "", with_whom


def _wrote(session: Session, period: Period, words: Mapping[str, str], form: str) -> Iterator[Sequence[str]]:
    wanted = select(Interaction, Interviewer).join(
        Interviewer, (Interviewer.owner == Interaction.owner) & (Interviewer.id == Interaction.interviewer_id)
    )
    for row, person in session.execute(wanted.order_by(Interaction.at, Interaction.id)):
        if row.kind not in THEIRS and period.has(row.at):
            company = ", ".join(sorted({part.application.company.name for part in person.parts}))
            over = words.get(row.channel or "", (row.channel or "").title())
            yield f"{row.at.astimezone(period.zone):{form}}", words[row.kind], over, person.name, company


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files("poise.outgoing") / "report.toml").read_text(encoding="utf-8"))


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("poise.outgoing"), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template("report.html")
