"""An extension becomes known by a code from the terminal: once, within two minutes, and in no other way."""

import json
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from http_message_signatures import InvalidSignature

from poise.pairing import ALPHABET, answer_key, grouped, new_code, plain, proof_of, secret_of
from poise.signing import Answer, Key, verify_answer
from tests.server.refusing import INTENT, VERDICTS, assert_refused, signed
from tests.server.wire import EXTENSION, FIREFOX, JSON, Got, Served, from_base64url, log_of, poise, serve


@pytest.fixture(autouse=True)
def no_window(shared: Served) -> None:
    """Whatever the test before left open is closed."""
    (shared.folder / "pairing.json").unlink(missing_ok=True)


def test_a_code_has_128_bits_and_no_letter_that_is_misread() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert {len(code) for code in codes} == {26}
    assert set("".join(codes)) <= set(ALPHABET)
    assert not set(ALPHABET) & set("ILOU")


def test_a_code_is_read_however_it_is_typed() -> None:
    code = "0123456789ABCDEFGHJKMNPQRS"
    for typed in (
        code,
        code.lower(),
        grouped(code),
        f"  {code[:9]} {code[9:]}\n",
        code.replace("0", "o").replace("1", "l"),
    ):
        assert plain(typed) == code


def test_pairing_gives_a_key_that_works_and_an_answer_only_the_code_can_sign(shared: Served) -> None:
    code = shared.code()
    got = shared.ask_to_pair(grouped(code).lower(), EXTENSION, nonce="bm9uY2U=")
    assert got.status == 200
    verify_answer(Answer(200, dict(got.headers)), got.body, answer_key(secret_of(code)), "bm9uY2U=")
    with pytest.raises(InvalidSignature):
        verify_answer(Answer(200, dict(got.headers)), got.body, answer_key(secret_of(new_code())), "bm9uY2U=")
    key = Key(got.json["keyid"], from_base64url(got.json["key"]), EXTENSION)
    assert len(key.secret) == 32
    headers = signed(shared, key) | {"Origin": EXTENSION}
    assert shared.ask("POST", VERDICTS, INTENT, headers=headers).status == 200


def proof(
    shared: Served, code: str, port: int | None = None, origin: str = EXTENSION, nonce: str = "n"
) -> Got:
    """Ask as the extension does; `port`: where it was sent, `origin`: whose proof it is."""
    shown = proof_of(secret_of(code), port or shared.port, origin, nonce)
    body = json.dumps({"proof": shown, "name": "a browser", "nonce": "n"}).encode()
    return shared.ask("POST", "/api/v1/pairings", body, headers={"Content-Type": JSON, "Origin": EXTENSION})


def test_a_proof_of_the_code_serves_as_the_code_does(shared: Served) -> None:
    code = shared.code()
    got = proof(shared, code)
    assert got.status == 200
    verify_answer(Answer(200, dict(got.headers)), got.body, answer_key(secret_of(code)), "n")
    assert_refused(proof(shared, code), 403)


@pytest.mark.entry("A14")
@pytest.mark.parametrize(
    "made_for", [{"port": 27182}, {"origin": FIREFOX}, {"nonce": "m"}], ids=["port", "origin", "nonce"]
)
def test_a_proof_that_another_program_passes_on_is_worth_nothing(
    shared: Served, made_for: dict[str, Any]
) -> None:
    """It was made for where the extension was sent, for whoever asked, and for once."""
    code = shared.code()
    assert_refused(proof(shared, code, **made_for), 401)
    assert proof(shared, code).status == 200


def test_A08_without_a_window_even_the_right_code_is_refused(shared: Served) -> None:
    assert_refused(shared.ask_to_pair(new_code()), 403)
    assert_refused(shared.ask_to_pair("nonsense"), 403)
    code = shared.code()
    (shared.folder / "pairing.json").unlink()
    assert_refused(shared.ask_to_pair(code), 403)


@pytest.mark.parametrize("path", ["/pair", "/pairings/open", "/pairing"])
def test_A08_no_call_opens_a_window(shared: Served, path: str) -> None:
    assert shared.call("POST", path, {}).status == 404
    assert_refused(shared.ask_to_pair(new_code()), 403)


def test_A09_five_wrong_codes_close_the_window_for_the_right_one(shared: Served) -> None:
    code = shared.code()
    for _ in range(5):
        assert_refused(shared.ask_to_pair(new_code()), 401)
    assert_refused(shared.ask_to_pair(code), 429)
    assert shared.ask_to_pair(shared.code()).status == 200


def test_A10_wrong_codes_at_the_same_time_are_counted_one_by_one(shared: Served) -> None:
    shared.code()
    statuses: list[int] = []
    threads = [
        threading.Thread(target=lambda: statuses.append(shared.ask_to_pair(new_code()).status))
        for _ in range(64)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [401] * 5 + [429] * 59


def test_A11_a_code_serves_once(shared: Served) -> None:
    code = shared.code()
    assert shared.ask_to_pair(code).status == 200
    assert_refused(shared.ask_to_pair(code), 403)


@pytest.mark.parametrize(("age", "status"), [(115, 200), (121, 403), (-60, 403)])
def test_A11_a_code_serves_for_two_minutes(shared: Served, age: int, status: int) -> None:
    code = shared.code()
    window = json.loads((shared.folder / "pairing.json").read_text())
    window["opened"] = time.time() - age
    (shared.folder / "pairing.json").write_text(json.dumps(window))
    assert shared.ask_to_pair(code).status == status


def test_A11_a_code_dies_when_the_service_starts_again(tmp_path: Path) -> None:
    first = serve(tmp_path / "data")
    code = first.code()
    first.stop()
    second = serve(tmp_path / "data")
    try:
        assert_refused(second.ask_to_pair(code), 403)
    finally:
        second.stop()


def test_A12_a_second_window_ends_the_first(shared: Served) -> None:
    first, second = shared.code(), shared.code()
    assert_refused(shared.ask_to_pair(first), 401)
    assert shared.ask_to_pair(second).status == 200


def test_A12_each_browser_gets_a_key_of_its_own(shared: Served) -> None:
    chrome, firefox = shared.pair(EXTENSION), shared.pair(FIREFOX)
    assert chrome.secret != firefox.secret
    for key in (chrome, firefox):
        headers = signed(shared, key) | {"Origin": key.origin or ""}
        assert shared.ask("POST", VERDICTS, INTENT, headers=headers).status == 200


def test_A03_pairing_again_ends_the_old_key_at_once(shared: Served) -> None:
    old, other = shared.pair(EXTENSION), shared.pair(FIREFOX)
    new = shared.pair(EXTENSION)
    assert_refused(shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, old)), 401)
    for key in (new, other):
        assert shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, key)).status == 200


def test_two_profiles_of_one_origin_have_a_key_each(shared: Served) -> None:
    one = shared.pair(EXTENSION)
    assert shared.ask_to_pair(shared.code(), name="another profile").status == 200
    assert shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, one)).status == 200


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "",
        "null",
        "https://www.linkedin.com",
        "chrome-extension://abc",
        EXTENSION + "a",
        "moz-extension://x",
    ],
)
def test_only_an_extension_can_pair(shared: Served, origin: str | None) -> None:
    code = shared.code()
    assert_refused(shared.ask_to_pair(code, origin), 403)
    assert shared.ask_to_pair(code).status == 200


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"{}",
        b'{"code": "x"}',
        b'{"code": 1, "name": "x"}',
        b'{"code": "x", "name": ""}',
        b'{"name": "x", "nonce": "n"}',
        b'{"code": "x", "proof": "%s", "nonce": "n", "name": "x"}' % (b"0" * 64),
        b'{"proof": "%s", "name": "x"}' % (b"0" * 64),
    ],
)
def test_a_call_that_is_none_costs_no_try(shared: Served, body: bytes) -> None:
    code = shared.code()
    for _ in range(6):
        headers = {"Content-Type": JSON, "Origin": EXTENSION}
        assert shared.ask("POST", "/api/v1/pairings", body, headers=headers).status in (400, 422)
    assert shared.ask_to_pair(code).status == 200


def test_A19_no_secret_stands_in_the_process_list_the_environment_or_the_log(shared: Served) -> None:
    code = shared.code()
    key = shared.pair(EXTENSION)
    process = Path(f"/proc/{shared.process.pid}")
    seen = (process / "cmdline").read_bytes() + (process / "environ").read_bytes() + log_of(shared).encode()
    window = [file.read_bytes() for file in shared.folder.glob("pairing*")]
    for secret in (code.encode(), key.secret, key.secret.hex().encode(), shared.key.secret):
        assert secret not in seen
        assert not any(secret in content for content in window)


def test_pairing_needs_a_service_that_runs(tmp_path: Path) -> None:
    got = poise(tmp_path / "data", "pair", "--print")
    assert (got.returncode, got.stdout) == (2, "")
    assert got.stderr.count("\n") == 1
