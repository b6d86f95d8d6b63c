"""How the service says no: problem+json (RFC 9457) with one fixed text for each status."""

import json
from http import HTTPStatus
from typing import Any

SENTENCES = {
    400: "This cannot be read.",
    401: "This call is not signed as docs/protocol.md says.",
    403: "This caller may not ask.",
    404: "There is nothing here.",
    405: "This cannot be done here.",
    408: "The request took too long.",
    409: "This contradicts what is there already.",
    412: "It has changed meanwhile: read it again.",
    413: "This is too large.",
    415: "Only application/json in UTF-8 is read.",
    421: "This is another host's name.",
    422: "This does not fit the description in openapi.json.",
    428: "Say with If-Match which version is to be changed.",
    429: "Too often wrong: wait a minute.",
    431: "The headers are too large.",
    500: "Something went wrong here.",
    501: "This is not understood.",
    503: "The data are busy: try again.",
    507: "There is no room left on the disk.",
}
PROBLEM = "application/problem+json"
ALWAYS = [
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
]
HEADERS = [*ALWAYS, ("Content-Type", PROBLEM)]


def problem(status: int, **more: Any) -> dict[str, Any]:
    """The content of a problem; `more` replaces its detail or adds to it."""
    detail = SENTENCES.get(status, "")
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    } | more


def body_of(status: int) -> bytes:
    """The fixed body of a refusal: the same for everybody, with nothing of the request in it."""
    return json.dumps(problem(status)).encode()
