"""The application: the service's parts put together behind the gate."""

import json
import logging
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from http import HTTPStatus
from importlib import import_module
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from poise.api import SERVICE
from poise.api.parts import AT_ONCE, DAILY
from poise.api.speaking import caller_language
from poise.config import API as SPOKEN
from poise.config import VERSION, Settings
from poise.errors import BadInput, Conflict, Missing, PoiseError, Stale, frames_of, in_language
from poise.gate import Gate, Refused
from poise.growing import Growing
from poise.heads import API
from poise.once import Once
from poise.pairing import Pairing, terminal_key
from poise.refusals import PROBLEM, problem
from poise.signing import Key

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

    from poise.api.service import Service
    from poise.store.database import Database

STATUS: Mapping[type[PoiseError], int] = {BadInput: 422, Missing: 404, Conflict: 409, Stale: 412}
ANOTHER_API = re.compile(rf"(?!{API}/)/api/v\d+/")
NOT_SPOKEN = "This is Poise {version}, which speaks version {api} of its API and no other: update the older of the two."
log = logging.getLogger("poise")


class Callers:
    """Who may call: the paired browsers, and this machine's terminal."""

    def __init__(self, service: "Callable[[], Service]", terminal: Key) -> None:
        self._service = service
        self._terminal = terminal

    def refresh(self) -> None:
        self._service().kept.refresh()

    def key(self, keyid: str) -> Key | None:
        return self._terminal if keyid == self._terminal.keyid else self._service().keys().get(keyid)

    def origins(self) -> Collection[str]:
        return self._service().origins()


class App:
    """The service as a WSGI application; `settings.port` is the one it is reached by.

    Whether it is there it says at once. The data are opened, and all that works on them is imported, with the
    first call that needs them: a service that nobody asks takes half of the time and memory.
    """

    def __init__(self, settings: Settings, opening: "Callable[[], Database]") -> None:
        self._settings = settings
        self._pairing = Pairing(settings.folder)
        self._database = Once(opening)
        self._service = Once(self._made)
        self._growing = Growing(self.flask)
        callers = Callers(self._service, terminal_key(settings.folder))
        self._gate = Gate(self._growing, callers, settings.port)

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        return self._gate(environ, start_response)

    def prepare(self) -> None:
        """Make ready at once what a browser asks for first."""
        self._growing.grown(AT_ONCE | DAILY)
        self._service()

    def close(self) -> None:
        if database := self._database.peek():
            database.close()

    def flask(self, modules: Collection[str]) -> Flask:
        """The calls of these modules of `poise.api`."""
        app = Flask("poise", static_folder=None)
        app.url_map.strict_slashes = True
        app.extensions[SERVICE] = self._service
        for name in sorted(modules):
            app.register_blueprint(import_module(f"poise.api.{name}").blueprint, url_prefix=API)
        app.register_error_handler(HTTPException, _refused)
        app.register_error_handler(PoiseError, _foreseen)
        app.register_error_handler(Exception, _crashed)
        return app

    def _made(self) -> "Service":
        from sqlalchemy.exc import OperationalError

        from poise.api.failures import status_of
        from poise.api.service import Service  # all that works on the data comes with it

        try:
            return Service.on(self._settings, self._pairing, self._database())
        except OperationalError as wrong:
            raise Refused(status_of(wrong)) from wrong


def _answer(status: int, **more: Any) -> Response:
    return Response(json.dumps(problem(status, **more)), status, mimetype=PROBLEM)


def _refused(error: HTTPException) -> Response:
    if error.code == HTTPStatus.NOT_FOUND and ANOTHER_API.match(request.path):
        return _answer(404, detail=NOT_SPOKEN.format(version=VERSION, api=SPOKEN), api=SPOKEN)
    return _answer(error.code or 500)


def _foreseen(error: PoiseError) -> Response:
    status, language = STATUS.get(type(error), 422), caller_language()
    more: dict[str, Any] = {}
    if isinstance(error, BadInput):
        more["errors"] = [
            {"place": place, "fault": in_language(fault, language)} for place, fault in error.faults
        ]
    return _answer(status, detail=error.spoken(language), **more)


def _crashed(error: Exception) -> Response:
    """The log gets the kind of the error and the names of the functions, never what they worked on."""
    request_id = str(uuid4())
    log.error("%s: %s in %s", request_id, type(error).__name__, frames_of(error))
    return _answer(500, instance=f"urn:uuid:{request_id}")
