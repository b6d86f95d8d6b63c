"""The connected browsers: which there are, what the user calls them, and taking a key away."""

from collections.abc import Sequence

from flask import Blueprint, request

from poise.api.endpoint import endpoint
from poise.api.service import service
from poise.api.wire import Instant, Message, Name
from poise.signing import CALLER
from poise.store import browsers
from poise.store.models import Browser

blueprint = Blueprint("browsers", __name__)


class ShownBrowser(Message):
    """`this`: whether it is the one that asks."""

    keyid: str
    name: str
    created_at: Instant
    this: bool


class ShownBrowsers(Message):
    items: Sequence[ShownBrowser]


class BrowserName(Message):
    name: Name


@endpoint(blueprint, "GET", "/browsers", gives=ShownBrowsers)
def show_browsers() -> ShownBrowsers:
    """All connected browsers, the oldest first; never their keys."""
    with service().database.reading() as session:
        return ShownBrowsers(items=[_show(row) for row in browsers.paired(session)])


@endpoint(blueprint, "PATCH", "/browsers/<keyid>", takes=BrowserName, gives=ShownBrowser)
def rename_browser(keyid: str, body: BrowserName) -> ShownBrowser:
    """Call one of them something else."""
    with service().database.writing() as session:
        row = browsers.get(session, keyid)
        browsers.rename(row, body.name)
        return _show(row)


@endpoint(blueprint, "DELETE", "/browsers/<keyid>", status=204)
def revoke_browser(keyid: str) -> None:
    """Take a browser's key away: no call of it is answered any more, from the next one on. There is no undo."""
    with service().database.writing() as session:
        browsers.revoke(session, browsers.get(session, keyid))


def _show(row: Browser) -> ShownBrowser:
    asking = request.environ[CALLER] == row.keyid
    return ShownBrowser(keyid=row.keyid, name=row.called, created_at=row.created_at, this=asking)
