"""One call of the API: what it takes, what it gives, how it is described, all from its message types."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from flask import Blueprint, Response, request
from pydantic import ValidationError
from werkzeug.exceptions import BadRequest, NotFound

from poise.api.wire import Message
from poise.errors import BadInput
from poise.faults import faults_of, nul_faults

Asked = TypeVar("Asked", bound=Message)
Given = Message | dict[str, Any] | None
Handler = Callable[..., "Given | Reply"]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with another status or more headers than the endpoint's usual ones."""

    content: Given
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What openapi.json tells of a call."""

    method: str
    takes: type[Message] | None
    asks: type[Message] | None
    gives: type[Message] | None
    status: int
    summary: str


DESCRIBED: dict[Callable[..., object], Endpoint] = {}  # by what Flask calls


def endpoint(
    blueprint: Blueprint,
    method: str,
    rule: str,
    *,
    takes: type[Message] | None = None,
    asks: type[Message] | None = None,
    gives: type[Message] | None = None,
    status: int = 200,
) -> Callable[[Handler], Handler]:
    """Register a handler. `takes`: its body, given to it as `body`; `asks`: its query, given as `query`."""

    def register(handler: Handler) -> Handler:
        @wraps(handler)
        def view(**path: Any) -> Response:
            if any(nul_faults(path)):
                raise NotFound
            if asks is not None:
                path["query"] = asked(asks, request.args.to_dict())
            if takes is not None:
                path["body"] = told(takes, request.get_data())
            return _response(handler(**path), status)

        summary = (handler.__doc__ or "").partition("\n")[0]
        DESCRIBED[view] = Endpoint(method, takes, asks, gives, status, summary)
        blueprint.add_url_rule(rule, handler.__name__, view, methods=[method])
        return handler

    return register


def told(kind: type[Asked], data: bytes) -> Asked:
    """The message in a body; 400 for what two readers of JSON could take differently, else as `asked`."""
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
        if b"\\u" in data:
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        raise BadRequest from None
    message = _checked(lambda: kind.model_validate_json(data, strict=True))
    _check_texts(value)
    return message


def asked(kind: type[Asked], query: dict[str, str]) -> Asked:
    """The message in a query; BadInput with the place of each fault, and no more of it than fields' names."""
    message = _checked(lambda: kind.model_validate_strings(query))
    _check_texts(query)
    return message


def _checked(read: Callable[[], Asked]) -> Asked:
    try:
        return read()
    except ValidationError as wrong:
        raise BadInput(faults_of(wrong, _place)) from None


def _check_texts(value: object) -> None:
    faults = [(_place(steps), fault) for steps, fault in nul_faults(value)]
    if faults:
        raise BadInput(faults)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a name twice")
    return value


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _place(steps: Sequence[int | str]) -> str:
    return ".".join(str(step) for step in steps)[:200]


def _response(given: "Given | Reply", status: int) -> Response:
    reply = given if isinstance(given, Reply) else Reply(given, status)
    content = reply.content
    data = (
        content.model_dump_json(by_alias=True).encode()
        if isinstance(content, Message)
        else json.dumps(content).encode()
    )
    body = b"" if content is None else data
    return Response(body, reply.status, reply.headers, mimetype="application/json" if body else None)
