"""The application: the service's parts put together behind the gate."""

import json
import logging
import re
from collections.abc import Collection, Mapping
from http import HTTPStatus
from importlib import import_module
from pkgutil import iter_modules
from typing import Any
from uuid import uuid4

from flask import Blueprint, Flask, Response, request
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from poise import api
from poise.api.opened import Opened
from poise.api.ownrules import OwnRules
from poise.api.service import EXTENSION, Service
from poise.config import API as SPOKEN
from poise.config import VERSION, Settings
from poise.errors import BadInput, Conflict, Missing, PoiseError, Stale, frames_of
from poise.gate import API, Gate
from poise.pairing import Pairing, terminal_key
from poise.refusals import PROBLEM, problem
from poise.signing import Key
from poise.sites.sitemap import load
from poise.store import browsers
from poise.store.database import Database
from poise.store.kept import Kept

STATUS: Mapping[type[PoiseError], int] = {BadInput: 422, Missing: 404, Conflict: 409, Stale: 412}
NO_ROOM = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")
PREVIEWS = 4  # of imports that wait to be confirmed
ANOTHER_API = re.compile(rf"(?!{API}/)/api/v\d+/")
NOT_SPOKEN = "This is Poise {version}, which speaks version {api} of its API and no other: update the older of the two."
log = logging.getLogger("poise")


class Callers:
    """Who may call: the paired browsers, and this machine's terminal."""

    def __init__(self, database: Database, kept: Kept, terminal: Key) -> None:
        self._database = database
        self._kept = kept
        self._terminal = terminal

    def refresh(self) -> None:
        self._kept.refresh()

    def key(self, keyid: str) -> Key | None:
        return self._terminal if keyid == self._terminal.keyid else self._keys().get(keyid)

    def origins(self) -> Collection[str]:
        return self._kept.get("origins", lambda: {key.origin for key in self._keys().values() if key.origin})

    def _keys(self) -> Mapping[str, Key]:
        return self._kept.get("keys", self._read)

    def _read(self) -> Mapping[str, Key]:
        with self._database.reading() as session:
            return {row.keyid: Key(row.keyid, row.secret, row.origin) for row in browsers.paired(session)}


def create_app(settings: Settings, database: Database) -> Flask:
    """The application on a database that is open; `settings.port` is the one it is reached by."""
    app = Flask("poise", static_folder=None)
    app.url_map.strict_slashes = True
    own = OwnRules(settings.folder)
    kept = Kept(lambda: (database.revision(), own.mark()))
    pairing = Pairing(settings.folder)
    app.extensions[EXTENSION] = Service(database, kept, pairing, own, load(), Opened(), Opened(PREVIEWS))
    for noun in sorted(module.name for module in iter_modules(api.__path__)):
        blueprint = getattr(import_module(f"poise.api.{noun}"), "blueprint", None)
        if isinstance(blueprint, Blueprint):
            app.register_blueprint(blueprint, url_prefix=API)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(PoiseError, _foreseen)
    app.register_error_handler(OperationalError, _no_data)
    app.register_error_handler(StaleDataError, _changed_meanwhile)
    app.register_error_handler(Exception, _crashed)
    callers = Callers(database, kept, terminal_key(settings.folder))
    app.wsgi_app = Gate(app.wsgi_app, callers, settings.port)  # type: ignore[method-assign]
    return app


def _answer(status: int, **more: Any) -> Response:
    return Response(json.dumps(problem(status, **more)), status, mimetype=PROBLEM)


def _refused(error: HTTPException) -> Response:
    if error.code == HTTPStatus.NOT_FOUND and ANOTHER_API.match(request.path):
        return _answer(404, detail=NOT_SPOKEN.format(version=VERSION, api=SPOKEN), api=SPOKEN)
    return _answer(error.code or 500)


def _foreseen(error: PoiseError) -> Response:
    status = STATUS.get(type(error), 422)
    if isinstance(error, BadInput):
        faults = [{"place": place, "fault": fault} for place, fault in error.faults]
        return _answer(status, detail=str(error), errors=faults)
    return _answer(status, detail=str(error))


def _no_data(error: OperationalError) -> Response:
    """507 where nothing can be written any more, else 503: somebody else is writing."""
    why = getattr(error.orig, "sqlite_errorname", "")
    log.error("the database refused: %s", why or type(error.orig).__name__)
    return _answer(507 if why.startswith(NO_ROOM) else 503)


def _changed_meanwhile(_: StaleDataError) -> Response:
    return _answer(412)


def _crashed(error: Exception) -> Response:
    """The log gets the kind of the error and the names of the functions, never what they worked on."""
    request_id = str(uuid4())
    log.error("%s: %s in %s", request_id, type(error).__name__, frames_of(error))
    return _answer(500, instance=f"urn:uuid:{request_id}")
