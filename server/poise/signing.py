"""HTTP Message Signatures (RFC 9421) as `docs/protocol.md` lays them down, for requests and answers."""

import base64
import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hmac import compare_digest
from typing import Any

from http_message_signatures import HTTPMessageVerifier, InvalidSignature
from http_message_signatures.algorithms import HMAC_SHA256
from http_message_signatures.resolvers import HTTPSignatureKeyResolver

LABEL = "poise"
CALLER = "poise.keyid"  # in the WSGI environment: whose key a call was signed with
REQUEST = ("@method", "@target-uri")
ANSWER = ("@status",)
DIGEST = ("content-digest",)
PARAMETERS = {"created", "nonce", "keyid", "alg"}
TOLERANCE = timedelta(minutes=5)
LONGEST_NONCE = 128


@dataclass(frozen=True, slots=True)
class Key:
    """A shared secret; `origin` is the extension it was given to, null for the terminal of this machine."""

    keyid: str
    secret: bytes
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """What a verified signature says of itself; `created` in whole seconds since 1970."""

    key: Key
    nonce: str
    created: int


@dataclass(slots=True)
class Request:
    method: str
    url: str
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Answer:
    status_code: int
    headers: dict[str, str] = field(default_factory=dict)


class Lookup(HTTPSignatureKeyResolver):
    """The library asks for a secret by its keyid: `find` knows it, `found` is the key that was asked for."""

    def __init__(self, find: Callable[[str], Key | None]) -> None:
        self.find = find
        self.found: Key | None = None

    def resolve_public_key(self, key_id: str) -> bytes | None:
        self.found = self.find(key_id)
        return self.found.secret if self.found else None


class Verifier(HTTPMessageVerifier):
    """A signature may be made up to five minutes before or after now."""

    max_clock_skew = TOLERANCE


def new_nonce() -> str:
    return secrets.token_urlsafe(18)


def sign_request(
    request: Request, body: bytes, key: Key, nonce: str, created: datetime | None = None
) -> None:
    """Put the signature of a request, and the digest of its body if it has one, among its headers."""
    covered = [("@method", request.method), ("@target-uri", request.url)]
    if body:
        covered.append(_digest(body))
    request.headers |= _signature(covered, key, nonce, created)


def sign_answer(
    answer: Answer, body: bytes, key: Key, nonce: str | None, created: datetime | None = None
) -> None:
    """Put the digest of an answer's body and its signature among its headers; the nonce is the request's."""
    answer.headers |= _signature([("@status", str(answer.status_code)), _digest(body)], key, nonce, created)


def verify_request(request: Request, body: bytes, find: Callable[[str], Key | None]) -> Signed:
    """What the one signature of a request says, if it is exactly of our form; raises InvalidSignature."""
    return _verify(request, body, find, [REQUEST + DIGEST] if body else [REQUEST, REQUEST + DIGEST])


def verify_answer(answer: Answer, body: bytes, key: Key, nonce: str) -> None:
    """Raise InvalidSignature unless the service itself gave this answer to the request with this nonce."""
    signed = _verify(answer, body, lambda _: key, [ANSWER + DIGEST])
    if not compare_digest(signed.nonce.encode(), nonce.encode()):
        raise InvalidSignature("the answer belongs to another request")


def _digest(body: bytes) -> tuple[str, str]:
    return "content-digest", f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"


def _signature(
    covered: list[tuple[str, str]], key: Key, nonce: str | None, created: datetime | None
) -> dict[str, str]:
    """What the library's signer makes of the same values, at a twentieth of its time; a test compares."""
    made = int(created.timestamp() if created else time.time())
    names = " ".join(f'"{name}"' for name, _ in covered)
    once = f';nonce="{nonce}"' if nonce is not None else ""
    parameters = f'({names});created={made};keyid="{key.keyid}";alg="hmac-sha256"{once}'
    lines = [*(f'"{name}": {value}' for name, value in covered), f'"@signature-params": {parameters}']
    signature = base64.b64encode(hmac.digest(key.secret, "\n".join(lines).encode(), "sha256")).decode()
    digest = dict(covered).get("content-digest")
    headers = {"Content-Digest": digest} if digest else {}
    return headers | {"Signature-Input": f"{LABEL}={parameters}", "Signature": f"{LABEL}=:{signature}:"}


def _verify(
    message: Any, body: bytes, find: Callable[[str], Key | None], wanted: list[tuple[str, ...]]
) -> Signed:
    keys = Lookup(find)
    verifier = Verifier(signature_algorithm=HMAC_SHA256, key_resolver=keys)
    (result,) = verifier.verify(message, max_age=timedelta(0))
    components = tuple(name.strip('"') for name in result.covered_components if name != '"@signature-params"')
    nonce, created = result.nonce or "", result.parameters.get("created")
    if result.label != LABEL or components not in wanted or set(result.parameters) != PARAMETERS:
        raise InvalidSignature("not a signature of our form")
    if not 1 <= len(nonce) <= LONGEST_NONCE:
        raise InvalidSignature("a nonce of no use")
    if "content-digest" in components:
        _check_digest(result.covered_components['"content-digest"'], body)
    if keys.found is None or not isinstance(created, int):
        raise InvalidSignature("not signed by anybody known")
    return Signed(keys.found, nonce, created)


def _check_digest(given: str, body: bytes) -> None:
    if not compare_digest(given.encode(), _digest(body)[1].encode()):
        raise InvalidSignature("the body is not the one that was signed")
