"""WSGI in the few words that the gate needs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from poise.refusals import HEADERS, body_of

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

Header = tuple[str, str]


@dataclass(slots=True)
class Said:
    """An answer, whole in memory; `headers` may still be added to."""

    status: int
    headers: list[Header]
    body: bytes = b""

    def send(self, start_response: "StartResponse") -> Iterable[bytes]:
        start_response(f"{self.status} {HTTPStatus(self.status).phrase}", self.headers)
        return [self.body]


def answer_of(app: "WSGIApplication", environ: "WSGIEnvironment") -> Said:
    """What an application answers, run to its end."""
    said = Said(500, [])

    def start_response(status: str, headers: list[Header], _: object = None) -> Callable[[bytes], object]:
        said.status, said.headers = int(status[:3]), list(headers)
        return _nothing_more

    parts = app(environ, start_response)
    try:
        said.body = b"".join(parts)
    finally:
        getattr(parts, "close", lambda: None)()
    return said


def _nothing_more(_: bytes) -> None:
    raise TypeError("answers are returned here, not written")


def refusal(status: int, *more: Header) -> Said:
    """The fixed answer for this status."""
    body = body_of(status)
    return Said(status, [*HEADERS, *more, ("Content-Length", str(len(body)))], body)


def target(environ: "WSGIEnvironment") -> str:
    """The request's target exactly as it was sent."""
    sent: str = environ.get("REQUEST_URI") or environ["RAW_URI"]
    return sent


def headers_of(environ: "WSGIEnvironment") -> dict[str, str]:
    """The headers of a request, but for the type and length of its body."""
    return {name[5:].replace("_", "-"): value for name, value in environ.items() if name.startswith("HTTP_")}
