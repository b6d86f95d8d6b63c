"""How every call answers where the data cannot be read or written."""

import json
import logging

from flask import Blueprint, Response
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm.exc import StaleDataError

from poise.api.speaking import caller_language
from poise.errors import sentence
from poise.refusals import PROBLEM, problem

blueprint = Blueprint("failures", __name__)

NO_ROOM = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")
log = logging.getLogger("poise")


@blueprint.app_errorhandler(OperationalError)
def no_data(error: OperationalError) -> Response:
    return _refusal(status_of(error))


@blueprint.app_errorhandler(StaleDataError)
def changed_meanwhile(_: StaleDataError) -> Response:
    return _refusal(412)


def status_of(error: OperationalError) -> int:
    """507 where nothing can be written any more, else 503: somebody else is writing. The log says why."""
    why = getattr(error.orig, "sqlite_errorname", "")
    log.error("the database refused: %s", why or type(error.orig).__name__)
    return 507 if why.startswith(NO_ROOM) else 503


def _refusal(status: int) -> Response:
    said = {412: sentence("changed_meanwhile"), 503: sentence("data_busy"), 507: sentence("no_room")}[status]
    body = problem(status, detail=said.spoken[caller_language()])
    return Response(json.dumps(body), status, mimetype=PROBLEM)
