"""Whatever a paired program sends: an answer in the four hundreds, never a stumble."""

import json
import socket
from pathlib import Path
from typing import Any

import pytest

from poise.signing import new_nonce
from tests.server.facts import application, intent
from tests.server.refusing import assert_refused
from tests.server.wire import API, JSON, Got, Served, receive, signature_of

VERDICTS = f"{API}/verdicts"
LIMIT = 64 * 1024


def post(served: Served, body: bytes, path: str = VERDICTS, **headers: str) -> Got:
    return served.signed("POST", path, body, headers=headers)[0]


def head(served: Served, *lines: str) -> bytes:
    """The beginning of a request for a verdict, up to its body."""
    usual = [f"POST {VERDICTS} HTTP/1.1", f"Host: {served.host}", f"Content-Type: {JSON}"]
    return "\r\n".join([*usual, *lines, "", ""]).encode()


def padded(length: int) -> bytes:
    body = json.dumps(intent()).encode()
    return body + b" " * (length - len(body))


def test_I01_a_body_may_be_as_large_as_the_limit_and_no_larger(shared: Served) -> None:
    assert post(shared, padded(LIMIT)).status == 200
    assert_refused(post(shared, padded(LIMIT + 1)), 413)
    assert post(shared, padded(1000)).status == 200


def test_I01_a_page_may_be_larger(shared: Served) -> None:
    page = {"url": "https://www.linkedin.com/in/jane-doe/", "html": "<p>" + "x" * 900_000}
    assert post(shared, json.dumps(page).encode(), f"{API}/pages/read").status == 200
    page["html"] += "x" * 200_000
    assert_refused(post(shared, json.dumps(page).encode(), f"{API}/pages/read"), 413)


@pytest.mark.parametrize("length", [10_000_000_000, 10_000_000, 3_000_000])
@pytest.mark.parametrize("more", [[], ["Expect: 100-continue"]])
def test_I01_a_length_that_is_too_large_is_refused_before_the_body_comes(
    shared: Served, length: int, more: list[str]
) -> None:
    assert_refused(shared.send(head(shared, f"Content-Length: {length}", *more) + b"{}"), 413)


def test_I01_a_large_body_is_thrown_away_and_the_connection_serves_on(shared: Served) -> None:
    with socket.create_connection(("127.0.0.1", shared.port), timeout=10) as connection:
        for _ in range(2):
            connection.sendall(head(shared, "Content-Length: 10000000") + b"x" * 10_000_000)
            assert_refused(receive(connection), 413)
        connection.sendall(f"GET {API}/health HTTP/1.1\r\nHost: {shared.host}\r\n\r\n".encode())
        assert receive(connection).status == 200


def test_I01_a_body_in_pieces_is_measured_too(shared: Served) -> None:
    chunked = ("Transfer-Encoding: chunked", "Connection: close")
    pieces = b"10000\r\n" + b" " * 0x10000 + b"\r\n1\r\n \r\n0\r\n\r\n"
    assert_refused(shared.send(head(shared, *chunked) + pieces), 413)
    body = json.dumps(intent()).encode()
    signature = signature_of("POST", f"http://{shared.host}{VERDICTS}", body, shared.key, new_nonce())
    lines = [f"{name}: {value}" for name, value in signature.items()]
    chunk = f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"
    assert shared.send(head(shared, *chunked, *lines) + chunk).status == 200


def test_I01_a_body_that_never_comes_holds_nobody_up(shared: Served) -> None:
    with socket.create_connection(("127.0.0.1", shared.port)) as waiting:
        waiting.sendall(head(shared, "Content-Length: 100") + b"{}")
        assert shared.call("GET", "/badge").status == 200


def memory_of(served: Served) -> int:
    """Resident memory in kB."""
    status = Path(f"/proc/{served.process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


def test_I01_large_bodies_do_not_stay_in_memory(shared: Served) -> None:
    before = memory_of(shared)
    for _ in range(20):
        assert_refused(post(shared, padded(1_500_000)), 413)
    assert memory_of(shared) - before < 20_000


@pytest.mark.parametrize(
    "kind",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/x+json",
        "application/problem+json",
        "text/plain; application/json",
        "application/json; charset=utf-16",
        "application/json; charset=latin-1",
        "application/json, text/plain",
        "application/jsonp",
        "",
    ],
)
def test_another_type_of_body_is_refused(shared: Served, kind: str) -> None:
    assert_refused(post(shared, padded(500), **{"Content-Type": kind}), 415)


@pytest.mark.parametrize(
    "kind", ["application/json", "application/json; charset=utf-8", 'Application/JSON;charset="UTF-8"']
)
def test_json_in_utf8_is_read(shared: Served, kind: str) -> None:
    assert post(shared, padded(500), **{"Content-Type": kind}).status == 200


def test_a_packed_body_is_refused(shared: Served) -> None:
    assert_refused(post(shared, padded(500), **{"Content-Encoding": "gzip"}), 415)


GOOD = json.dumps(intent())
BROKEN = {
    "utf-16": GOOD.encode("utf-16"),
    "utf-32": GOOD.encode("utf-32"),
    "byte order mark": b"\xef\xbb\xbf" + GOOD.encode(),
    "0xff": b"\xff" + GOOD.encode(),
    "overlong": GOOD.encode().replace(b"linkedin", b"\xc0\xaf"),
    "cut": GOOD.encode().replace(b"linkedin", b"\xe2\x82"),
    "not JSON": b"<html>",
    "half": GOOD.encode()[:-1],
    "two": (GOOD + GOOD).encode(),
    "a name twice": GOOD.replace('"action"', '"action": "view", "action"').encode(),
    "a name twice, deep": GOOD.replace('"url"', '"url": null, "url"').encode(),
    "NaN": b'{"a": NaN}',
    "Infinity": b'{"a": -Infinity}',
    "half a pair": GOOD.replace("connect", "\\ud800").encode(),
    "half a pair in a name": b'{"\\udfff": 1}',
    "deep": b"[" * 30_000 + b"]" * 30_000,
    "deep objects": b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    "5000 digits": b'{"a": ' + b"9" * 5000 + b"}",
    "NUL": b"\x00" * 100,
    "single quotes": b"{'a': 1}",
    "a comment": b"{} // x",
}


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN)
def test_I04_I06_what_is_not_plain_json_is_refused(shared: Served, body: bytes) -> None:
    got = post(shared, body)
    assert got.status == 400
    assert set(got.json) == {"type", "title", "status", "detail"}


@pytest.mark.parametrize(
    "body", ["[]", '"x"', "1", "null", "true", "{}", "[[[[]]]]", '{"a": 9223372036854775808}']
)
@pytest.mark.parametrize(
    "path", ["verdicts", "applications", "interviewers", "interactions", "track", "pages/read"]
)
def test_I07_what_is_json_but_not_ours_is_refused(shared: Served, path: str, body: str) -> None:
    assert post(shared, body.encode(), f"{API}/{path}").status == 422


WRONG: list[Any] = [None, 1, 1.5, True, "", "x", [], {}, ["x"], {"x": 1}, "9" * 5000, "\x00", -1, 2**70]


@pytest.mark.parametrize("value", WRONG, ids=lambda value: repr(value)[:20])
def test_I07_a_wrong_value_anywhere_is_never_a_stumble(shared: Served, value: object) -> None:
    for base, path in ((intent(), "verdicts"), (application(), "applications")):
        for name in base:
            got = post(shared, json.dumps(base | {name: value}).encode(), f"{API}/{path}")
            assert got.status in (200, 201, 409, 422), (path, name, got.body)


@pytest.mark.parametrize(
    "path",
    [
        "/applications/x",
        "/applications/%00",
        "/applications/..%2f..%2fetc%2fpasswd",
        "/%c0%af",
        "/verdicts/1/choice",
    ],
)
def test_odd_paths_lead_nowhere(shared: Served, path: str) -> None:
    got, _ = shared.signed("GET", f"{API}{path}")
    assert got.status == 404


def test_two_requests_on_one_connection_are_two(shared: Served) -> None:
    raw = f"GET {API}/health HTTP/1.1\r\nHost: {shared.host}\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", shared.port), timeout=5) as connection:
        for _ in range(2):
            connection.sendall(raw)
            assert receive(connection).status == 200
