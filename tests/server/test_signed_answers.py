"""Only the service itself can answer: every answer to a signed call is signed, and one that was changed is dropped."""

import json

import pytest
from http_message_signatures import InvalidSignature

from poise.files import write_private
from poise.signing import (
    Answer,
    new_nonce,
    verify_answer,
)
from tests.server.handmade import VECTOR
from tests.server.wire import API, Served


@pytest.mark.parametrize(
    ("method", "path", "content", "status"),
    [
        ("GET", "/badge", None, 200),
        ("HEAD", "/badge", None, 200),
        ("GET", "/nothing", None, 404),
        ("POST", "/verdicts", {}, 422),
        ("PUT", "/interviewers/01890000-0000-7000-8000-000000000001", {"name": "x"}, 428),
        ("DELETE", "/badge", None, 405),
    ],
)
def test_every_answer_to_a_signed_call_is_signed(
    shared: Served, method: str, path: str, content: object, status: int
) -> None:
    assert shared.call(method, path, content).status == status


def test_an_unchanged_answer_is_signed_over_no_body(shared: Served) -> None:
    tag = shared.call("GET", "/sites").headers["etag"]
    got = shared.call("GET", "/sites", headers={"If-None-Match": tag})
    assert (got.status, got.body) == (304, b"")


@pytest.mark.parametrize("spoil", ["status", "body", "nonce", "key"])
def test_A15_an_answer_changed_on_its_way_is_dropped(shared: Served, spoil: str) -> None:
    got, nonce = shared.signed("GET", f"{API}/badge")
    answer = Answer(201 if spoil == "status" else got.status, dict(got.headers))
    body = got.body.replace(b"0", b"9") if spoil == "body" else got.body
    key = VECTOR if spoil == "key" else shared.key
    with pytest.raises(InvalidSignature):
        verify_answer(answer, body, key, new_nonce() if spoil == "nonce" else nonce)


def test_the_terminal_drops_an_answer_that_is_not_ours(served: Served) -> None:
    """A program that took the port cannot answer: it does not hold the key."""
    write_private(served.folder / "terminal.key", bytes(32))
    got = served.poise("call", "GET", "/badge")
    assert got.returncode == 1
    assert json.loads(got.stdout)["status"] == 401
