"""Making an extension known by the one-time code of `poise pair`."""

from typing import Annotated, Literal, Self

from flask import Blueprint, abort, request
from pydantic import StringConstraints, model_validator

from poise.api.endpoint import Reply, endpoint
from poise.api.service import service
from poise.api.wire import Message, Name
from poise.errors import sentence
from poise.pairing import proof_of, secret_of
from poise.signing import Answer, Key, sign_answer
from poise.store import browsers

blueprint = Blueprint("pairings", __name__)


class PairingRequest(Message):
    """Either the `code`, or a `proof` of knowing it; `nonce` is in the proof, and comes back in the answer's signature."""

    code: Annotated[str, StringConstraints(max_length=64)] | None = None
    proof: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")] | None = None
    name: Name
    nonce: Annotated[str, StringConstraints(pattern="^[!#-\\[\\]-~]{1,128}$")] | None = None

    @model_validator(mode="after")
    def one_of_both(self) -> Self:
        if (self.code is None) == (self.proof is None):
            raise ValueError(sentence("code_or_proof"))
        if self.proof is not None and self.nonce is None:
            raise ValueError(sentence("needs_nonce"))
        return self


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
    """Exchange the code of an open pairing window, or a proof of it, for a key, bound to the caller's origin."""
    key = _tried(body, request.headers["Origin"])
    if not key:
        abort(429 if key is None else 401)
    with service().database.writing() as session:
        browser = browsers.pair(session, body.name, request.headers["Origin"])
        given = NewKey(keyid=browser.keyid, key=browser.key)
    answer = Answer(200)
    sign_answer(answer, given.model_dump_json().encode(), key, body.nonce)
    return Reply(given, 200, answer.headers)


def _tried(body: PairingRequest, origin: str) -> Key | Literal[False] | None:
    pairing, port = service().pairing, service().port
    if body.code is not None:
        return pairing.use(secret_of(body.code), lambda secret: secret)
    proof, nonce = body.proof or "", body.nonce or ""
    return pairing.use(proof, lambda secret: proof_of(secret, port, origin, nonce))
