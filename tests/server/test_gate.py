"""Who may not call is turned away before anything is looked at: always alike, and told nothing."""

import socket

import pytest

from tests.server.refusing import VERDICTS, assert_refused
from tests.server.wire import API, EXTENSION, JSON, Served, receive


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PUT", "PATCH", "HEAD"])
def test_N22_other_methods_do_nothing(shared: Served, method: str) -> None:
    unsigned = shared.ask(method, VERDICTS, headers={"X-HTTP-Method-Override": "POST"})
    assert unsigned.status == 401
    got, _ = shared.signed(method, VERDICTS, headers={"X-HTTP-Method-Override": "POST"})
    assert got.status == 405


@pytest.mark.usefixtures("paired")
def test_the_refusals_come_in_their_order(shared: Served) -> None:
    """A request with every fault at once is refused for the first; mended step by step, for the next."""
    faults = {
        "Host": "evil.com",
        "Origin": "https://evil.com",
        "Content-Type": "text/plain",
        "Content-Length": "10000000",
    }
    mends = {"Host": shared.host, "Origin": EXTENSION, "Content-Type": JSON, "Content-Length": "0"}
    refused = []
    for mended in (None, *faults):
        faults |= {mended: mends[mended]} if mended else {}
        lines = [f"POST {API}/nothing HTTP/1.1", *(f"{name}: {value}" for name, value in faults.items())]
        refused.append(shared.send("\r\n".join([*lines, "Connection: close", "", ""]).encode()).status)
    assert refused == [421, 403, 415, 413, 401]


def test_only_what_is_signed_learns_that_there_is_nothing(shared: Served) -> None:
    assert_refused(shared.ask("GET", f"{API}/nothing"), 401)
    assert shared.call("GET", "/nothing").status == 404


@pytest.mark.usefixtures("paired")
def test_A17_A18_health_is_the_same_for_everybody_and_tells_nothing(shared: Served) -> None:
    got = shared.ask("GET", f"{API}/health")
    assert set(got.json) == {"service", "version", "api", "ready"}
    assert got.json | {"version": ""} == {"service": "poise", "version": "", "api": 1, "ready": True}
    assert shared.ask("GET", f"{API}/health", headers={"Origin": EXTENSION}).body == got.body
    assert "signature" not in got.headers


@pytest.mark.parametrize(
    "raw",
    [
        b"GET\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET /api/v1/health HTTP/1.1\r\nHost : x\r\n\r\n",
        b"GET /api/v1/health HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"GET /api/v1/health HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"GET /api/v1/health HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n",
        b"get /api/v1/health HTTP/1.1\r\n\r\n",
        b"GET /api/v1/health HTTP/1.1\r\nX: " + b"a" * 40_000 + b"\r\n\r\n",
    ],
)
def test_what_is_not_http_is_refused_in_our_own_words(shared: Served, raw: bytes) -> None:
    got = shared.send(raw)
    assert got.status in (400, 431, 501)
    assert_refused(got, got.status)


@pytest.mark.entry("I02")
def test_many_idle_connections_do_not_keep_a_good_caller_waiting(shared: Served) -> None:
    idle = [socket.create_connection(("127.0.0.1", shared.port)) for _ in range(150)]
    try:
        for connection in idle:
            connection.sendall(b"GET /api/v1/hea")
        with socket.create_connection(("127.0.0.1", shared.port), timeout=1) as good:
            good.sendall(
                f"GET {API}/health HTTP/1.1\r\nHost: {shared.host}\r\nConnection: close\r\n\r\n".encode()
            )
            assert receive(good).status == 200
    finally:
        for connection in idle:
            connection.close()
