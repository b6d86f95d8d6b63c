"""What we sign is what the protocol page says, and what the library makes of it."""

import base64
import hashlib
import hmac
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from http_message_signatures import HTTPMessageSigner
from http_message_signatures.algorithms import HMAC_SHA256
from http_message_signatures.resolvers import MappingKeyResolver

from poise.pairing import answer_key, proof_of, secret_of
from poise.signing import (
    ANSWER,
    REQUEST,
    Answer,
    Request,
    sign_answer,
    sign_request,
)
from tests.server.handmade import VECTOR

PROTOCOL = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text()
CREATED = 1796112000


def vector(number: int) -> str:
    """One of the three vectors, as the page prints it."""
    return PROTOCOL.split(f"### {number}. ")[1].split("###")[0]


def printed(number: int) -> tuple[bytes, dict[str, str]]:
    """The signature base and the headers of a vector."""
    base, headers = re.findall(r"(?:^    .+\n?)+", vector(number), re.MULTILINE)
    lines = dict(line.strip().split(": ", 1) for line in headers.splitlines())
    return "\n".join(line.strip() for line in base.splitlines()).encode(), lines


@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_vectors_of_the_protocol_page_hold_by_plain_hmac(number: int) -> None:
    base, headers = printed(number)
    signature = base64.b64encode(hmac.digest(VECTOR.secret, base, hashlib.sha256)).decode()
    assert headers["Signature"] == f"poise=:{signature}:"
    assert base.decode().rpartition('"@signature-params": ')[2] == headers["Signature-Input"].removeprefix(
        "poise="
    )


def test_the_vectors_are_what_we_sign() -> None:
    made = datetime.fromtimestamp(CREATED, UTC)
    get = Request("GET", "http://127.0.0.1:27182/api/v1/snapshot?language=de")
    sign_request(get, b"", VECTOR, "bm9uY2UtMQ", made)
    post = Request("POST", "http://127.0.0.1:27182/api/v1/verdicts")
    sign_request(post, b'{"action":"connect","site":"linkedin"}', VECTOR, "bm9uY2UtMg", made)
    answer = Answer(200)
    sign_answer(answer, b'{"waiting":2}', VECTOR, "bm9uY2UtMw", made)
    assert [get.headers, post.headers, answer.headers] == [printed(number)[1] for number in (1, 2, 3)]


@pytest.mark.parametrize("body", [b"", b'{"a": "\xc3\xa4"}'])
def test_the_library_would_sign_alike(body: bytes) -> None:
    made = datetime.fromtimestamp(CREATED, UTC)
    keys = MappingKeyResolver(public_keys={}, private_keys={"vector": VECTOR.secret})
    signer = HTTPMessageSigner(signature_algorithm=HMAC_SHA256, key_resolver=keys)
    for message, covered in ((Request("PUT", "http://h:1/a?b=%20c"), REQUEST), (Answer(404), ANSWER)):
        ours, theirs = replace(message, headers={}), replace(message, headers={})
        if isinstance(ours, Request):
            sign_request(ours, body, VECTOR, "n", made)
        else:
            sign_answer(ours, body, VECTOR, "n", made)
        content = None if isinstance(message, Request) and not body else body
        signer.sign(
            theirs,
            key_id="vector",
            created=made,
            nonce="n",
            label="poise",
            covered_component_ids=covered,
            body=content,
        )
        assert ours.headers == theirs.headers


def test_a_pairings_proof_and_the_key_of_its_answer_are_as_the_page_says() -> None:
    secret = secret_of("01234-56789-abcde-FGHJK mnpqr s")
    origin = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
    assert secret in PROTOCOL
    assert proof_of(secret, 27182, origin, "bm9uY2U") in PROTOCOL
    assert answer_key(secret).secret.hex() in PROTOCOL
