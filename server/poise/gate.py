"""The outermost door of the service: who may call is settled here, before anything is routed."""

import logging
import re
from collections import deque
from collections.abc import Collection, Iterable, Mapping
from http import HTTPStatus
from io import BytesIO
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol

from flask_cors.core import get_cors_headers, serialize_options
from http_message_signatures import HTTPMessageSignaturesException
from werkzeug.datastructures import Headers
from werkzeug.wrappers import Response

from poise.errors import frames_of
from poise.freshness import Freshness
from poise.refusals import ALWAYS, HEADERS, body_of
from poise.signing import Answer, Key, Request, Signed, sign_answer, verify_request

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger("poise")

API = "/api/v1"
HEALTH = f"{API}/health"
PAIRINGS = f"{API}/pairings"
LARGE = {f"{API}/pages/read": 1024 * 1024}
LARGEST = 64 * 1024
WRONG, WRONG_WITHIN = 100, 60
EXTENSION = re.compile(
    r"chrome-extension://[a-p]{32}|moz-extension://[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
JSON_TYPE = re.compile(r'application/json(\s*;\s*charset="?utf-8"?)?\s*', re.IGNORECASE)
CORS = serialize_options(
    {
        "origins": [EXTENSION],
        "methods": ["GET", "POST", "PUT", "DELETE"],
        "allow_headers": [
            "content-type",
            "content-digest",
            "signature",
            "signature-input",
            "if-match",
            "if-none-match",
        ],
        "expose_headers": ["content-digest", "signature", "signature-input", "etag"],
        "max_age": 600,
        "always_send": False,
        "vary_header": True,
    }
)


class Callers(Protocol):
    """Who is known, as of the last `refresh`: their keys, and the origins of the paired extensions."""

    def refresh(self) -> None: ...

    def key(self, keyid: str) -> Key | None: ...

    def origins(self) -> Collection[str]: ...


class Refused(Exception):  # noqa: N818 - it is no error of ours
    """The request is turned away with this status and its fixed words."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Gate:
    """WSGI in, WSGI out: lets signed calls of known callers through, and signs what they are answered."""

    def __init__(self, app: "WSGIApplication", callers: Callers, port: int) -> None:
        self._app = app
        self._callers = callers
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self._freshness = Freshness()
        self._wrong = Wrong()

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        try:
            response = self._answer(environ)
        except Refused as no:
            response = refusal(no.status)
        except Exception as error:
            log.error("%s in %s", type(error).__name__, frames_of(error))
            response = refusal(500)
        return response(environ, start_response)

    def _answer(self, environ: "WSGIEnvironment") -> Response:
        self._check_host(environ)
        self._callers.refresh()
        paired = self._check_origin(environ)
        if paired and environ["REQUEST_METHOD"] == "OPTIONS":
            return Response(status=HTTPStatus.NO_CONTENT, headers=[*ALWAYS, *cors_headers(environ)])
        body = read_body(environ)
        if environ["PATH_INFO"] in (HEALTH, PAIRINGS):
            return self._inside(environ, paired)
        signed = self._authenticate(environ, body)
        response = self._inside(environ, paired)
        sign(response, signed.key, signed.nonce)
        return response

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
        try:
            request = Request(
                environ["REQUEST_METHOD"], f"http://{environ['HTTP_HOST']}{target(environ)}", headers(environ)
            )
            signed = verify_request(request, body, self._callers.key)
        except (HTTPMessageSignaturesException, ValueError):
            raise Refused(self._wrong.count()) from None
        if environ.get("HTTP_ORIGIN", signed.key.origin) != signed.key.origin or not self._freshness.accept(
            signed
        ):
            raise Refused(self._wrong.count())
        return signed

    def _inside(self, environ: "WSGIEnvironment", paired: bool) -> Response:
        response = Response.from_app(self._app, environ, buffered=True)
        for name, value in ALWAYS:
            response.headers[name] = value
        if paired and response.status_code < HTTPStatus.BAD_REQUEST:
            response.headers.extend(cors_headers(environ))
        return response


class Wrong:
    """Counts the calls that were not signed as they should be."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._times: deque[float] = deque(maxlen=WRONG)

    def count(self) -> int:
        """The status to refuse one more with: 429 where there were many within the last minute."""
        now = monotonic()
        with self._lock:
            often = len(self._times) == WRONG and now - self._times[0] < WRONG_WITHIN
            self._times.append(now)
        return 429 if often else 401


def refusal(status: int) -> Response:
    """The fixed answer for this status."""
    response = Response(body_of(status), status, HEADERS)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        response.headers["Retry-After"] = str(WRONG_WITHIN)
    return response


def read_body(environ: "WSGIEnvironment") -> bytes:
    """The whole body, put back for the application; 415 and 413 before a byte of it is read."""
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal():
        raise Refused(400)
    if int(length) == 0:
        return b""
    if not JSON_TYPE.fullmatch(environ.get("CONTENT_TYPE", "")) or environ.get("HTTP_CONTENT_ENCODING"):
        raise Refused(415)
    if int(length) > LARGE.get(environ["PATH_INFO"], LARGEST):
        raise Refused(413)
    body: bytes = environ["wsgi.input"].read(int(length))
    environ["wsgi.input"] = BytesIO(body)
    return body


def target(environ: "WSGIEnvironment") -> str:
    """The request's target exactly as it was sent."""
    sent: str = environ.get("REQUEST_URI") or environ["RAW_URI"]
    return sent


def headers(environ: "WSGIEnvironment") -> dict[str, str]:
    return {name[5:].replace("_", "-"): value for name, value in environ.items() if name.startswith("HTTP_")}


def cors_headers(environ: "WSGIEnvironment") -> list[tuple[str, str]]:
    """What lets a paired extension read the answer where its permission for this host is withheld."""
    found: Mapping[str, Any] = get_cors_headers(CORS, Headers(headers(environ)), environ["REQUEST_METHOD"])
    return [(name, str(value)) for name, value in found.items()]


def sign(response: Response, key: Key, nonce: str | None) -> None:
    """Sign an answer over its status and the body that will really be sent."""
    answer = Answer(response.status_code)
    bodyless = response.status_code in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)
    sign_answer(answer, b"" if bodyless else response.get_data(), key, nonce)
    response.headers.extend(answer.headers)
