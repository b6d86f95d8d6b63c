"""Finding people and applications by any of their words."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from flask import Blueprint
from pydantic import Field, StringConstraints

from poise.api.endpoint import endpoint
from poise.api.service import Service, service
from poise.api.wire import Message
from poise.store import searching
from poise.store.searching import Document

blueprint = Blueprint("search", __name__)


class SearchQuery(Message):
    """`q`: the beginnings of words; all of them have to be there."""

    q: Annotated[str, StringConstraints(min_length=1, max_length=300)]
    limit: Annotated[int, Field(ge=1, le=500)] = 50


class FoundMessage(Message):
    """`kind`: person or application; `name`: the person's, or the company's."""

    kind: str
    id: UUID
    name: str
    company: str
    role: str | None
    notes: str | None
    archived: bool


class SearchMessage(Message):
    """`count`: how many there are in all."""

    items: Sequence[FoundMessage]
    count: int


@endpoint(blueprint, "GET", "/search", asks=SearchQuery, gives=SearchMessage)
def search(query: SearchQuery) -> SearchMessage:
    """People and applications by their names, companies, jobs, headlines, profiles and notes."""
    found = searching.matching(_documents(service()), query.q)
    return SearchMessage(items=[shown(one) for one in found[: query.limit]], count=len(found))


def shown(one: Document) -> FoundMessage:
    return FoundMessage(**{name: getattr(one, name) for name in FoundMessage.model_fields})


def _documents(here: Service) -> list[Document]:
    def read() -> list[Document]:
        with here.database.reading() as session:
            return searching.documents(session)

    return here.kept.get("search", read)
