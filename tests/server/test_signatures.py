"""Only who holds a key is heard, and only for the very request that was signed."""

import base64
import hashlib
import hmac
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from poise.signing import (
    new_nonce,
)
from tests.server.handmade import COVERED, parameters, post, raw_signature
from tests.server.refusing import INTENT, VERDICTS, assert_refused
from tests.server.wire import API, JSON, Served


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


def test_too_many_wrong_calls_are_told_to_wait_and_right_ones_still_pass(served: Served) -> None:
    statuses = [served.ask("GET", f"{API}/badge").status for _ in range(101)]
    assert statuses == [401] * 100 + [429]
    last = served.ask("GET", f"{API}/badge")
    assert_refused(last, 429)
    assert int(last.headers["retry-after"]) > 0
    assert served.call("GET", "/badge").status == 200
