"""Calling the service as docs/protocol.md says: signed, and believing only an answer that is signed too."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException

from http_message_signatures import HTTPMessageSignaturesException

from poise.config import HOST
from poise.errors import PoiseError
from poise.refusals import body_of
from poise.signing import Answer, Key, Request, new_nonce, sign_request, verify_answer

PREFIX = "/api/v1"
UNSIGNED = (f"{PREFIX}/health",)
PROOF = f"{PREFIX}/badge"  # asked for nothing but a signed answer; it tells a stranger nothing
SECONDS = 30
ANOTHER = "Another program answers on Poise's port: its answer is not signed with our key."


@dataclass(frozen=True, slots=True)
class Answered:
    status: int
    headers: Mapping[str, str]
    body: bytes


def call(
    port: int,
    key: Key,
    method: str,
    path: str,
    body: bytes = b"",
    headers: Mapping[str, str] | None = None,
    *,
    seconds: float = SECONDS,
) -> Answered:
    """One signed call; `path` may leave the prefix out. PoiseError if the answer is not the service's own.

    What has a body names people: it goes only to who has just proved to hold the key.
    `seconds`: how long any one step of it may take.
    """
    if body:
        prove(port, key, seconds=seconds)
    target = path if path.startswith("/api/") else f"{PREFIX}/{path.lstrip('/')}"
    request = Request(method, f"http://{HOST}:{port}{target}", dict(headers or {}))
    nonce = new_nonce()
    if body:
        request.headers["Content-Type"] = "application/json"
    answered = send(port, request, target, body, key, nonce, seconds)
    if target not in UNSIGNED and not _refused_at_the_gate(answered):
        _verify(answered, key, nonce)
    return answered


def prove(port: int, key: Key, *, seconds: float = SECONDS) -> None:
    """PoiseError unless who listens there holds our key."""
    if call(port, key, "GET", PROOF, seconds=seconds).status >= 400:
        raise PoiseError(ANOTHER)


def send(
    port: int, request: Request, target: str, body: bytes, key: Key, nonce: str, seconds: float
) -> Answered:
    try:
        sign_request(request, body, key, nonce)
        with closing(HTTPConnection(HOST, port, timeout=seconds)) as connection:
            connection.request(request.method, target, body or None, request.headers)
            response = connection.getresponse()
            return Answered(response.status, dict(response.getheaders()), response.read())
    except (OSError, HTTPException, HTTPMessageSignaturesException, ValueError) as wrong:
        raise PoiseError(f"The service on port {port} cannot be called: {wrong}.") from wrong


def _refused_at_the_gate(answered: Answered) -> bool:
    """Such an answer is not signed; it is believed as far as it says what is said to everybody."""
    return answered.status >= 400 and answered.body == body_of(answered.status)


def _verify(answered: Answered, key: Key, nonce: str) -> None:
    try:
        verify_answer(Answer(answered.status, dict(answered.headers)), answered.body, key, nonce)
    except HTTPMessageSignaturesException as wrong:
        raise PoiseError(ANOTHER) from wrong
