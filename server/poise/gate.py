"""The outermost door of the service: who may call is settled here, before anything is routed."""

import logging
from collections import deque
from collections.abc import Collection, Iterable
from io import BytesIO
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from http_message_signatures import HTTPMessageSignaturesException

from poise.cors import EXTENSION, cors_headers
from poise.errors import frames_of
from poise.freshness import Freshness
from poise.heads import API, hosts, is_json, largest
from poise.refusals import ALWAYS
from poise.signing import CALLER, Answer, Key, Request, Signed, sign_answer, verify_request
from poise.wsgi import Header, Said, answer_of, headers_of, refusal, target

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger("poise")

HEALTH = f"{API}/health"
PAIRINGS = f"{API}/pairings"
WRONG, WRONG_WITHIN = 100, 60


class Callers(Protocol):
    """Who is known, as of the last `refresh`: their keys, and the origins of the paired extensions."""

    def refresh(self) -> None: ...

    def key(self, keyid: str) -> Key | None: ...

    def origins(self) -> Collection[str]: ...


class Refused(Exception):  # noqa: N818 - it is no error of ours
    """The request is turned away with this status and its fixed words."""

    def __init__(self, status: int, *headers: Header) -> None:
        super().__init__(status)
        self.said = refusal(status, *headers)


class Gate:
    """WSGI in, WSGI out: lets signed calls of known callers through, and signs what they are answered."""

    def __init__(self, app: "WSGIApplication", callers: Callers, port: int) -> None:
        self._app = app
        self._callers = callers
        self._hosts = hosts(port)
        self._freshness = Freshness()
        self._wrong = Wrong()

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        try:
            said = self._answer(environ)
        except Refused as no:
            said = no.said
        except Exception as error:
            log.error("%s in %s", type(error).__name__, frames_of(error))
            said = refusal(500)
        return said.send(start_response)

    def _answer(self, environ: "WSGIEnvironment") -> Said:
        self._check_host(environ)
        if environ["PATH_INFO"] != HEALTH or "HTTP_ORIGIN" in environ:  # that somebody is there needs no data
            self._callers.refresh()
        paired = self._check_origin(environ)
        if paired and environ["REQUEST_METHOD"] == "OPTIONS":
            return Said(204, [*ALWAYS, *cors_headers(environ)])
        body = read_body(environ)
        if environ["PATH_INFO"] in (HEALTH, PAIRINGS):
            return self._inside(environ, paired)
        signed = self._authenticate(environ, body)
        environ[CALLER] = signed.key.keyid
        said = self._inside(environ, paired)
        sign(said, signed)
        return said

    def _check_host(self, environ: "WSGIEnvironment") -> None:
        if environ.get("HTTP_HOST") not in self._hosts or not target(environ).startswith("/"):
            raise Refused(421)

    def _check_origin(self, environ: "WSGIEnvironment") -> bool:
        """Whether a paired extension says that it is asking."""
        origin = environ.get("HTTP_ORIGIN")
        paired = origin is not None and origin in self._callers.origins()
        pairing = environ["PATH_INFO"] == PAIRINGS and EXTENSION.fullmatch(origin or "") is not None
        if origin is not None and not paired and not pairing:
            raise Refused(403)
        if environ.get("HTTP_SEC_FETCH_MODE") == "navigate":
            raise Refused(403)
        if environ.get("HTTP_SEC_FETCH_SITE") in ("cross-site", "same-site") and not paired:
            raise Refused(403)
        return paired

    def _authenticate(self, environ: "WSGIEnvironment", body: bytes) -> Signed:
        """Who signed this; 401 if nobody we know, 429 if that happened too often lately."""
        url = f"http://{environ['HTTP_HOST']}{target(environ)}"
        try:
            request = Request(environ["REQUEST_METHOD"], url, headers_of(environ))
            signed = verify_request(request, body, self._callers.key)
        except (HTTPMessageSignaturesException, ValueError):
            raise self._wrong.refused() from None
        own = environ.get("HTTP_ORIGIN") in (None, signed.key.origin)
        if not own or not self._freshness.accept(signed):
            raise self._wrong.refused()
        return signed

    def _inside(self, environ: "WSGIEnvironment", paired: bool) -> Said:
        said = answer_of(self._app, environ)
        said.headers += ALWAYS
        if paired and said.status < 400:
            said.headers += cors_headers(environ)
        return said


class Wrong:
    """Counts the calls that were not signed as they should be."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._times: deque[float] = deque(maxlen=WRONG)

    def refused(self) -> Refused:
        """One more: 401, or 429 where there were many within the last minute."""
        now = monotonic()
        with self._lock:
            often = len(self._times) == WRONG and now - self._times[0] < WRONG_WITHIN
            self._times.append(now)
        return Refused(429, ("Retry-After", str(WRONG_WITHIN))) if often else Refused(401)


def read_body(environ: "WSGIEnvironment") -> bytes:
    """The whole body, put back for the application; 415 and 413 before a byte of it is read."""
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal():
        raise Refused(400)
    if int(length) == 0:
        return b""
    if not is_json(environ.get("CONTENT_TYPE", ""), environ.get("HTTP_CONTENT_ENCODING", "")):
        raise Refused(415)
    if int(length) > largest(environ["PATH_INFO"]):
        raise Refused(413)
    body: bytes = environ["wsgi.input"].read(int(length))
    environ["wsgi.input"] = BytesIO(body)
    return body


def sign(said: Said, asked: Signed) -> None:
    """Sign an answer, with the key and the nonce of what was asked, over its status and body."""
    answer = Answer(said.status)
    sign_answer(answer, said.body, asked.key, asked.nonce)
    said.headers += answer.headers.items()
