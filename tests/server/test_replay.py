"""A signature serves once, and only in its time."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from http_message_signatures import InvalidSignature

from poise.signing import (
    Key,
    Request,
    new_nonce,
    sign_request,
    verify_request,
)
from tests.server.handmade import VECTOR, parameters, post, raw_signature
from tests.server.refusing import assert_refused
from tests.server.wire import API, Served, serve, signature_of


def test_a_request_serves_once(shared: Served) -> None:
    good = raw_signature(shared, shared.key, parameters=parameters())
    assert post(shared, good).status == 200
    assert_refused(post(shared, good), 401)


def test_a_nonce_serves_once_for_each_key(shared: Served, paired: Key) -> None:
    nonce = f'"{new_nonce()}"'
    assert post(shared, raw_signature(shared, shared.key, parameters=parameters(nonce=nonce))).status == 200
    again = parameters(nonce=nonce, created=str(int(time.time()) + 1))
    assert_refused(post(shared, raw_signature(shared, shared.key, parameters=again)), 401)
    other = parameters(nonce=nonce, keyid=f'"{paired.keyid}"')
    assert post(shared, raw_signature(shared, paired, parameters=other)).status == 200


@pytest.mark.parametrize("seconds", [240, 290])
def test_A05_a_clock_a_little_ahead_is_fine(shared: Served, seconds: int) -> None:
    ahead = parameters(created=str(int(time.time()) + seconds))
    assert post(shared, raw_signature(shared, shared.key, parameters=ahead)).status == 200


@pytest.mark.parametrize("seconds", [310, 360, 86_400, -310, -86_400])
def test_A05_what_is_too_old_or_too_new_is_refused(shared: Served, seconds: int) -> None:
    off = parameters(created=str(int(time.time()) + seconds))
    assert_refused(post(shared, raw_signature(shared, shared.key, parameters=off)), 401)


def test_A05_five_minutes_old_is_fine_and_a_second_more_is_not() -> None:
    for age, accepted in ((299, True), (302, False)):
        request = Request("GET", "http://127.0.0.1:1/x")
        sign_request(request, b"", VECTOR, new_nonce(), datetime.now(UTC) - timedelta(seconds=age))
        if accepted:
            assert verify_request(request, b"", lambda _: VECTOR).key is VECTOR
        else:
            with pytest.raises(InvalidSignature):
                verify_request(request, b"", lambda _: VECTOR)


def test_nothing_from_before_the_start_is_accepted(tmp_path: Path) -> None:
    """What was recorded before a restart cannot be replayed after it, though its nonce is forgotten."""
    first = serve(tmp_path / "data")
    old = signature_of("GET", f"http://{first.host}{API}/badge", b"", first.key, new_nonce())
    assert first.ask("GET", f"{API}/badge", headers=old).status == 200
    first.stop()
    deadline = int(time.time()) + 1
    while time.time() < deadline:
        pass
    second = serve(tmp_path / "data", "--port", str(first.port))
    try:
        assert_refused(second.ask("GET", f"{API}/badge", headers=old), 401)
        assert second.call("GET", "/badge").status == 200
    finally:
        second.stop()
