"""The backups in the data folder: which there are, making one, and bringing one back."""

import logging
import sqlite3
from collections.abc import Sequence
from typing import NoReturn

from flask import Blueprint
from werkzeug.exceptions import HTTPException

from poise.api.endpoint import endpoint
from poise.api.service import service
from poise.api.wire import Instant, Message
from poise.config import Folder
from poise.errors import Conflict, sentence
from poise.store import backups
from poise.store.backups import Backup, Kind
from poise.store.pouring import pour

blueprint = Blueprint("backups", __name__)
log = logging.getLogger("poise")


class NoRoom(HTTPException):
    code = 507


class BackupMessage(Message):
    """`kind`: daily, before_update (both made by Poise itself), by_hand, replaced; `bytes` as it lies there."""

    name: str
    kind: Kind
    made_at: Instant
    bytes: int


class BackupsMessage(Message):
    items: Sequence[BackupMessage]


class BroughtBack(Message):
    """`replaced`: what was there before, as a backup of its own."""

    replaced: BackupMessage


@endpoint(blueprint, "GET", "/backups", gives=BackupsMessage)
def show_backups() -> BackupsMessage:
    """All backups in the data folder, the newest first."""
    return BackupsMessage(items=[_show(one) for one in backups.listed(_folder())])


@endpoint(blueprint, "POST", "/backups", gives=BackupMessage, status=201)
def make_backup() -> BackupMessage:
    """Copy all data, as they are now, into one more backup."""
    try:
        return _show(backups.take(_folder()))
    except (OSError, sqlite3.Error) as wrong:
        _no_room(wrong)


@endpoint(blueprint, "POST", "/backups/<name>/restore", gives=BroughtBack)
def bring_back(name: str) -> BroughtBack:
    """Put the data of one backup in the place of those that are there; connected browsers stay connected."""
    folder = _folder()
    path = backups.named(folder, name)
    try:
        return BroughtBack(replaced=_show(backups.described(pour(folder, service().database, path))))
    except (OSError, sqlite3.Error) as wrong:
        _no_room(wrong)


def _folder() -> Folder:
    folder = service().folder
    if folder is None:
        raise Conflict(sentence("backups_elsewhere"))
    return folder


def _no_room(wrong: Exception) -> NoReturn:
    log.error("no backup could be written: %s", type(wrong).__name__)
    raise NoRoom from wrong


def _show(one: Backup) -> BackupMessage:
    return BackupMessage(name=one.path.name, kind=one.kind, made_at=one.made_at, bytes=one.size)
