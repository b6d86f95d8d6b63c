"""Finding people and applications by any of their words, however these are accented or begun."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from poise.store.models import Application, Company, Interviewer, Part

PERSON, APPLICATION = "person", "application"


@dataclass(frozen=True, slots=True)
class Document:
    """What there is to find. `words`: as they are compared."""

    kind: str
    id: UUID
    name: str
    company: str
    role: str | None
    notes: str | None
    archived: bool
    words: tuple[str, ...]


def documents(session: Session) -> list[Document]:
    """Everybody and everything that can be found."""
    company = joinedload(Application.company).selectinload(Company.aliases)
    people = select(Interviewer).options(
        selectinload(Interviewer.identities),
        selectinload(Interviewer.parts).joinedload(Part.application).options(company),
    )
    applications = select(Application).options(company)
    return [
        *(_person(row) for row in session.scalars(people.order_by(Interviewer.folded, Interviewer.id))),
        *(_application(row) for row in session.scalars(applications.order_by(Application.id))),
    ]


def matching(found: Iterable[Document], query: str) -> list[Document]:
    """Those in which every word of the query begins some word."""
    wanted = words_of(query)
    return [
        one
        for one in found
        if wanted and all(any(word.startswith(want) for word in one.words) for want in wanted)
    ]


def words_of(text: str) -> tuple[str, ...]:
    """Its words without case and accents, each once; what is neither letter nor digit parts them."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(dict.fromkeys("".join(one if one.isalnum() else " " for one in bare).split()))


def _person(row: Interviewer) -> Document:
    held = [part.application for part in row.parts]
    said = [row.name, row.headline, row.notes, row.reason, *(one.value for one in row.identities)]
    said += [text for one in held for text in (*_names(one.company), one.role)]
    company = held[0].company.name if held else ""
    archived = bool(held) and all(one.archived for one in held)
    words = words_of(" ".join(text for text in said if text))
    return Document(PERSON, row.id, row.name, company, None, row.notes, archived, words)


def _application(row: Application) -> Document:
    company = row.company
    said = [*_names(company), row.role, row.notes]
    words = words_of(" ".join(text for text in said if text))
    return Document(APPLICATION, row.id, company.name, company.name, row.role, row.notes, row.archived, words)


def _names(company: Company) -> list[str]:
    return [company.name, *(alias.name for alias in company.aliases)]
