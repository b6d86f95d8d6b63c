"""Making an extension known by the one-time code of `poise pair`."""

from typing import Annotated

from flask import Blueprint, abort, request
from pydantic import StringConstraints

from poise.api.endpoint import Reply, endpoint
from poise.api.service import service
from poise.api.wire import Message, Name
from poise.pairing import answer_key
from poise.signing import Answer, sign_answer
from poise.store import browsers

blueprint = Blueprint("pairings", __name__)


class PairingRequest(Message):
    """`nonce` comes back in the answer's signature"""

    code: Annotated[str, StringConstraints(max_length=64)]
    name: Name
    nonce: Annotated[str, StringConstraints(pattern="^[!#-\\[\\]-~]{1,128}$")] | None = None


class NewKey(Message):
    """`key`: 32 bytes in base64url without padding."""

    keyid: str
    key: str


@blueprint.before_request
def window_is_open() -> None:
    """Without a window, and for anybody but an extension, not even the body is looked at."""
    if "Origin" not in request.headers or not service().pairing.is_open():
        abort(403)


@endpoint(blueprint, "POST", "/pairings", takes=PairingRequest, gives=NewKey)
def pair(body: PairingRequest) -> Reply:
    """Exchange the code of an open pairing window for a key, bound to the caller's origin."""
    right = service().pairing.use(body.code)
    if not right:
        abort(429 if right is None else 401)
    with service().database.writing() as session:
        browser = browsers.pair(session, body.name, request.headers["Origin"])
        given = NewKey(keyid=browser.keyid, key=browser.key)
    answer = Answer(200)
    sign_answer(answer, given.model_dump_json().encode(), answer_key(body.code), body.nonce)
    return Reply(given, 200, answer.headers)
