"""What an export holds, in each form: the same over HTTP and from the terminal."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from poise.api.steps import ItemMessage, items
from poise.outgoing import tables
from poise.outgoing.calendar import Entry, as_ics
from poise.outgoing.records import as_json
from poise.store import dossiers
from poise.store.models import Application

Made = Callable[[Session, datetime, str], bytes]
WITHIN = timedelta(minutes=15)  # how long a due step stands in the calendar
TITLE = {"en": "Interview: {}", "de": "Gespräch: {}", "nb": "Intervju: {}"}


def calendar(session: Session, now: datetime, language: str) -> bytes:
    return as_ics([*_interviews(session, language), *_steps(session, now, language)], now)


FORMS: Mapping[str, Made] = {
    "json": lambda session, _now, _language: as_json(session),
    "csv": lambda session, _now, _language: tables.overview(session),
    "zip": lambda session, _now, _language: tables.all_tables(session),
    "ics": calendar,
}


def _interviews(session: Session, language: str) -> Iterator[Entry]:
    for row in session.scalars(select(Application).where(Application.archived.is_(False))):
        with_whom = ", ".join(sorted(part.interviewer.name for part in row.parts))
        title = TITLE[language].format(row.company.name)
        text = "\n".join(word for word in (row.role, with_whom) if word)
        for one in row.interviews:
            yield Entry(str(one.id), one.starts, one.ends, title, text)


def _steps(session: Session, now: datetime, language: str) -> Iterator[Entry]:
    for item in items(dossiers.people(session), now, language):
        at = item.due or item.from_
        yield Entry(_uid(item), at - WITHIN, at, f"{item.interviewer}, {item.company}", item.text, busy=False)


def _uid(item: ItemMessage) -> str:
    return f"{item.kind}-{item.channel or 'any'}-{item.person}-{item.from_:%Y%m%d}"
