"""Only who holds a key is heard, only once, only in time; and only the service itself can answer."""

# ruff: noqa: N802 - tests of the catalogue are named by its ids

import base64
import hashlib
import hmac
import json
import re
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from http_message_signatures import HTTPMessageSigner, InvalidSignature
from http_message_signatures.algorithms import HMAC_SHA256
from http_message_signatures.resolvers import MappingKeyResolver

from poise.files import write_private
from poise.pairing import answer_key
from poise.signing import (
    ANSWER,
    REQUEST,
    Answer,
    Key,
    Request,
    new_nonce,
    sign_answer,
    sign_request,
    verify_answer,
    verify_request,
)
from tests.server.test_gate import INTENT, VERDICTS, assert_refused
from tests.server.wire import API, JSON, Got, Served, serve, signature_of

PROTOCOL = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text()
VECTOR = Key("vector", bytes(range(32)))
CREATED = 1796112000
COVERED = '("@method" "@target-uri" "content-digest")'


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


def test_the_key_of_a_pairings_answer_is_as_the_page_says() -> None:
    assert answer_key("01234-56789-abcde-FGHJK mnpqr s").secret.hex() in PROTOCOL


def raw_signature(
    served: Served, key: Key, *, parameters: str, label: str = "poise", covered: str = COVERED
) -> dict[str, str]:
    """A signature made by hand over the usual values, whatever it says of itself."""
    digest = base64.b64encode(hashlib.sha256(INTENT).digest()).decode()
    values = {
        "@method": "POST",
        "@target-uri": f"http://{served.host}{VERDICTS}",
        "@authority": served.host,
        "content-digest": f"sha-256=:{digest}:",
        "content-type": JSON,
    }
    names = re.findall(r'"([^"]+)"', covered)
    base = "\n".join(
        [*(f'"{name}": {values[name]}' for name in names), f'"@signature-params": {covered}{parameters}']
    )
    signature = base64.b64encode(hmac.digest(key.secret, base.encode(), hashlib.sha256)).decode()
    return {
        "Content-Type": JSON,
        "Content-Digest": f"sha-256=:{digest}:",
        "Signature-Input": f"{label}={covered}{parameters}",
        "Signature": f"{label}=:{signature}:",
    }


def parameters(**changed: str | None) -> str:
    """The four parameters, some of them others or left out."""
    usual = {
        "created": str(int(time.time())),
        "keyid": '"terminal"',
        "alg": '"hmac-sha256"',
        "nonce": f'"{new_nonce()}"',
    }
    wanted: dict[str, str | None] = {**usual, **changed}
    return "".join(f";{name}={value}" for name, value in wanted.items() if value is not None)


def post(served: Served, headers: dict[str, str], body: bytes = INTENT) -> Got:
    return served.ask("POST", VERDICTS, body, headers=headers)


def test_the_parameters_may_stand_in_any_order(shared: Served) -> None:
    turned = ";".join(["", *reversed(parameters()[1:].split(";"))])
    assert post(shared, raw_signature(shared, shared.key, parameters=turned)).status == 200


@pytest.mark.parametrize(
    "changed",
    [
        {"created": None},
        {"nonce": None},
        {"keyid": None},
        {"alg": None},
        {"alg": '"rsa-pss-sha512"'},
        {"nonce": '""'},
        {"nonce": '"' + "n" * 129 + '"'},
        {"nonce": "17"},
        {"created": '"1796112000"'},
        {"created": "1796112000.5"},
        {"created": "999999999999999"},
        {"created": "-1"},
        {"expires": "9999999999"},
        {"tag": '"poise"'},
        {"keyid": '"nobody"'},
        {"keyid": '"terminal "'},
        {"keyid": "terminal"},
        {"keyid": '"TERMINAL"'},
    ],
    ids=str,
)
def test_other_parameters_than_ours_are_refused_though_the_signature_is_right(
    shared: Served, changed: dict[str, str | None]
) -> None:
    assert_refused(post(shared, raw_signature(shared, shared.key, parameters=parameters(**changed))), 401)


@pytest.mark.parametrize(
    "covered",
    [
        "()",
        '("@method")',
        '("@method" "@target-uri")',
        '("@target-uri" "@method" "content-digest")',
        '("@method" "@target-uri" "content-digest" "content-type")',
        '("@method" "@authority" "content-digest")',
    ],
)
def test_other_components_than_ours_are_refused(shared: Served, covered: str) -> None:
    assert_refused(
        post(shared, raw_signature(shared, shared.key, parameters=parameters(), covered=covered)), 401
    )


def test_another_label_two_signatures_or_half_of_one_are_refused(shared: Served) -> None:
    other = raw_signature(shared, shared.key, parameters=parameters(), label="sig1")
    assert_refused(post(shared, other), 401)
    one, two = (
        raw_signature(shared, shared.key, parameters=parameters(), label=name) for name in ("poise", "b")
    )
    both = one | {name: f"{one[name]}, {two[name]}" for name in ("Signature", "Signature-Input")}
    assert_refused(post(shared, both), 401)
    for name in ("Signature", "Signature-Input", "Content-Digest"):
        assert_refused(post(shared, {key: value for key, value in one.items() if key != name}), 401)


@pytest.mark.parametrize("name", ["Signature", "Signature-Input"])
@pytest.mark.parametrize(
    "value", ["", "poise", "poise=", "poise=1", "poise=:AA==:", "poise=(;;", "x" * 9000, "\xff"]
)
def test_A02_what_is_no_signature_is_refused_without_a_stumble(shared: Served, name: str, value: str) -> None:
    assert_refused(
        post(shared, raw_signature(shared, shared.key, parameters=parameters()) | {name: value}), 401
    )


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda secret: secret[:-1],
        lambda secret: secret + b"x",
        lambda _: bytes(32),
        lambda secret: secret[::-1],
        lambda secret: secret * 300,
        lambda secret: secret.hex().encode(),
    ],
)
def test_A02_another_key_is_refused(shared: Served, spoil: Callable[[bytes], bytes]) -> None:
    wrong = replace(shared.key, secret=spoil(shared.key.secret))
    assert_refused(post(shared, raw_signature(shared, wrong, parameters=parameters())), 401)


def test_a_signature_holds_for_its_own_method_address_and_body_alone(shared: Served) -> None:
    good = raw_signature(shared, shared.key, parameters=parameters())
    assert_refused(shared.ask("PUT", VERDICTS, INTENT, headers=good), 401)
    assert_refused(shared.ask("POST", VERDICTS + "?a=1", INTENT, headers=good), 401)
    assert_refused(shared.ask("POST", VERDICTS + "/", INTENT, headers=good), 401)
    assert_refused(shared.ask("POST", "/api/v1/%76erdicts", INTENT, headers=good), 401)
    assert_refused(shared.ask("POST", VERDICTS, INTENT, headers=good, host=f"localhost:{shared.port}"), 401)
    assert_refused(shared.ask("POST", VERDICTS, INTENT.replace(b"Jane", b"Joan"), headers=good), 401)
    assert_refused(shared.ask("POST", VERDICTS, INTENT + b" ", headers=good), 401)
    assert_refused(shared.ask("POST", VERDICTS, b"", headers=good), 401)
    assert post(shared, good).status == 200


def test_a_digest_made_anew_for_another_body_does_not_help(shared: Served) -> None:
    good = raw_signature(shared, shared.key, parameters=parameters())
    body = INTENT.replace(b"Jane", b"Joan")
    digest = f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"
    assert_refused(post(shared, good | {"Content-Digest": digest}, body), 401)


@pytest.mark.parametrize("digest", ["sha-512=:AA==:", "sha-256=:AA==:", "sha-256=AA", ""])
def test_a_signed_digest_of_another_kind_is_refused(shared: Served, digest: str) -> None:
    key, nonce = shared.key, new_nonce()
    covered = f'{COVERED};created={int(time.time())};keyid="terminal";alg="hmac-sha256";nonce="{nonce}"'
    values = f'"@method": POST\n"@target-uri": http://{shared.host}{VERDICTS}\n"content-digest": {digest}'
    base = f'{values}\n"@signature-params": {covered}'
    signature = base64.b64encode(hmac.digest(key.secret, base.encode(), hashlib.sha256)).decode()
    headers = {"Content-Type": JSON, "Content-Digest": digest, "Signature-Input": f"poise={covered}"}
    assert_refused(post(shared, headers | {"Signature": f"poise=:{signature}:"}), 401)


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


def test_too_many_wrong_calls_are_told_to_wait_and_right_ones_still_pass(served: Served) -> None:
    statuses = [served.ask("GET", f"{API}/badge").status for _ in range(101)]
    assert statuses == [401] * 100 + [429]
    last = served.ask("GET", f"{API}/badge")
    assert_refused(last, 429)
    assert int(last.headers["retry-after"]) > 0
    assert served.call("GET", "/badge").status == 200


def test_the_terminal_drops_an_answer_that_is_not_ours(served: Served) -> None:
    """A program that took the port cannot answer: it does not hold the key."""
    write_private(served.folder / "terminal.key", bytes(32))
    got = served.poise("call", "GET", "/badge")
    assert got.returncode == 1
    assert json.loads(got.stdout)["status"] == 401
