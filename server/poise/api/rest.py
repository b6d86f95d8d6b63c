"""The five calls that all nouns with an id of the client's have alike."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from flask import Blueprint, abort, request
from sqlalchemy.orm import Session
from sqlalchemy.orm.interfaces import ORMOption

from poise.api.endpoint import Reply, endpoint
from poise.api.service import service
from poise.api.wire import Message, Page, Paging, plain
from poise.store import history, nouns
from poise.store.models import Noun

Row = TypeVar("Row", bound=Noun)


class Undo(Message):
    """The calls that bring back what a DELETE took, in their order."""

    undo: Sequence["UndoStep"]


class UndoStep(Message):
    method: str
    path: str
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Resource(Generic[Row]):
    """What is particular of one noun. `new` has an `id`, `changed` has not, `shown` has a version too.

    `whole`: what has to be read with the rows of a list, so that it is not read row by row.
    """

    path: str
    row: type[Row]
    new: type[Message]
    changed: type[Message]
    shown: type[Message]
    add: Callable[[Session, Any, str], Row]
    change: Callable[[Session, Row, int | None, Any], None]
    remove: Callable[[Session, Row, int | None], None]
    show: Callable[[Row], Message]
    undo: Callable[[Row], list[UndoStep]]
    whole: Sequence[ORMOption] = ()


def serve(blueprint: Blueprint, resource: Resource[Any]) -> None:
    """Register the calls of one noun."""
    one = f"{resource.path}/<uuid:row_id>"
    name = resource.path.strip("/")

    def show_all(query: Paging) -> Message:
        with service().database.reading() as session:
            rows = nouns.some(session, resource.row, query.after, query.limit + 1, resource.whole)
            shown = [resource.show(row) for row in rows[: query.limit]]
            following = str(rows[query.limit - 1].id) if len(rows) > query.limit else None
        return Page[Any](items=shown, next=following)

    def show_one(row_id: UUID) -> Reply:
        with service().database.reading() as session:
            return _shown(resource, nouns.get(session, resource.row, row_id), 200)

    def create(body: Any) -> Reply:
        mark = _mark(body)
        with service().database.writing() as session:
            before = nouns.made_before(session, resource.row, body.id, mark)
            row = before or resource.add(session, body, mark)
            session.flush()
            return _shown(resource, row, 200 if before else 201)

    def change(row_id: UUID, body: Any) -> Reply:
        version = _version_asked()
        with service().database.writing() as session:
            row = nouns.get(session, resource.row, row_id)
            resource.change(session, row, version, body)
            session.flush()
            return _shown(resource, row, 200)

    def delete(row_id: UUID) -> Undo:
        version = _version_asked()
        with service().database.writing() as session:
            row = nouns.get(session, resource.row, row_id)
            steps = resource.undo(row)
            resource.remove(session, row, version)
            history.forget(session, [row_id])
        service().database.clear_log()
        return Undo(undo=steps)

    def register(handler: Callable[..., Any], method: str, rule: str, sentence: str, **messages: Any) -> None:
        handler.__name__, handler.__doc__ = f"{handler.__name__}_{name}", sentence.format(name)
        endpoint(blueprint, method, rule, **messages)(handler)

    shown = resource.shown
    register(show_all, "GET", resource.path, "The {}, by id.", asks=Paging, gives=Page[shown])  # type: ignore[valid-type]  # pydantic makes it as it runs
    register(show_one, "GET", one, "One of the {}.", gives=shown)
    register(create, "POST", resource.path, "Add to the {}.", takes=resource.new, gives=shown, status=201)
    register(change, "PUT", one, "Change one of the {}, all of it.", takes=resource.changed, gives=shown)
    register(delete, "DELETE", one, "Forget one of the {}.", gives=Undo)


def undo_step(path: str, body: Message) -> UndoStep:
    return UndoStep(method="POST", path=path, body=plain(body))


def _shown(resource: Resource[Row], row: Row, status: int) -> Reply:
    return Reply(resource.show(row), status, {"ETag": f'"{row.version}"'})


def _mark(body: Message) -> str:
    """What tells one body from another, however it was written."""
    return hashlib.sha256(json.dumps(plain(body), sort_keys=True).encode()).hexdigest()


def _version_asked() -> int | None:
    """The version of `If-Match`, None for any; 428 without the header, 412 for what is no version of ours."""
    wanted = request.if_match
    if "If-Match" not in request.headers:
        abort(428)
    if wanted.star_tag:
        return None
    tags = wanted.as_set()
    return int(tag) if len(tags) == 1 and (tag := tags.pop()).isdecimal() else abort(412)
