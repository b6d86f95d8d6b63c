"""Who may not call is turned away before anything is looked at: always alike, and told nothing."""

# ruff: noqa: N802 - tests of the catalogue are named by its ids

import json
import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from poise.signing import Key, new_nonce
from tests.server.wire import API, EXTENSION, FIREFOX, JSON, Got, Served, receive, signature_of

INTENT = json.dumps(
    {
        "action": "connect",
        "site": "linkedin",
        "page_url": "https://www.linkedin.com/in/jane-doe/",
        "target": {"name": "Jane Doe"},
    }
).encode()
VERDICTS = f"{API}/verdicts"


def assert_refused(got: Got, status: int) -> None:
    """Our fixed words for this status, with nothing in them of what was asked or is stored."""
    assert got.status == status
    assert got.headers["content-type"] == "application/problem+json"
    assert set(got.json) == {"type", "title", "status", "detail"}
    assert got.json["status"] == status
    assert not [name for name in got.headers if name.startswith("access-control-")]
    assert "signature" not in got.headers
    assert got.headers["cache-control"] == "no-store"
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["cross-origin-resource-policy"] == "same-origin"
    assert got.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert got.headers["server"] == "http"


def signed(served: Served, key: Key, host: str | None = None, body: bytes = INTENT) -> dict[str, str]:
    signature = signature_of("POST", f"http://{host or served.host}{VERDICTS}", body, key, new_nonce())
    return {"Content-Type": JSON, **signature}


HOSTS: dict[str, Callable[[int], str]] = {
    "evil.com": lambda _: "evil.com",
    "evil.com:port": lambda port: f"evil.com:{port}",
    "suffix": lambda port: f"127.0.0.1.evil.com:{port}",
    "localhost suffix": lambda port: f"localhost.evil.com:{port}",
    "userinfo": lambda port: f"127.0.0.1@evil.com:{port}",
    "fragment": lambda port: f"evil.com#127.0.0.1:{port}",
    "no port": lambda _: "127.0.0.1",
    "another port": lambda port: f"127.0.0.1:{port + 1}",
    "localhost, no port": lambda _: "localhost",
}
ALIASES: dict[str, Callable[[int], str]] = {
    "all addresses": lambda port: f"0.0.0.0:{port}",
    "[::]": lambda port: f"[::]:{port}",
    "[::1]": lambda port: f"[::1]:{port}",
    "127.1": lambda port: f"127.1:{port}",
    "2130706433": lambda port: f"2130706433:{port}",
    "0x7f000001": lambda port: f"0x7f000001:{port}",
    "192.0.2.1": lambda port: f"192.0.2.1:{port}",
    "foo.local": lambda port: f"foo.local:{port}",
    "foo.localhost": lambda port: f"foo.localhost:{port}",
    "LOCALHOST": lambda port: f"LOCALHOST:{port}",
    "localhost.": lambda port: f"localhost.:{port}",
    "empty": lambda _: "",
}


@pytest.mark.parametrize("host", HOSTS.values(), ids=HOSTS)
def test_N01_another_hosts_name_is_refused_even_when_signed(
    shared: Served, host: Callable[[int], str]
) -> None:
    name = host(shared.port)
    assert_refused(shared.ask("GET", f"{API}/health", host=name), 421)
    assert_refused(shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, shared.key), host=name), 421)


@pytest.mark.parametrize("host", ALIASES.values(), ids=ALIASES)
def test_N02_other_names_of_this_machine_are_refused(shared: Served, host: Callable[[int], str]) -> None:
    assert_refused(shared.ask("GET", f"{API}/health", host=host(shared.port)), 421)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_N01_our_two_names_are_answered(shared: Served, name: str) -> None:
    host = f"{name}:{shared.port}"
    assert shared.ask("GET", f"{API}/health", host=host).json["ready"] is True
    headers = signed(shared, shared.key, host)
    assert shared.ask("POST", VERDICTS, INTENT, headers=headers, host=host).status == 200


@pytest.mark.parametrize(
    "head",
    [
        "GET /api/v1/health HTTP/1.1\r\n",
        "GET /api/v1/health HTTP/1.0\r\n",
        "GET /api/v1/health HTTP/1.1\r\nHost: {host}\r\nHost: {host}\r\n",
        "GET /api/v1/health HTTP/1.1\r\nHost: {host}\r\nHost: evil.com\r\n",
        "GET /api/v1/health HTTP/1.1\r\nHost: evil.com\r\nX-Forwarded-Host: {host}\r\n",
        "GET /api/v1/health HTTP/1.1\r\nHost: evil.com\r\nForwarded: host={host}\r\n",
        "GET http://evil.com/api/v1/health HTTP/1.1\r\nHost: {host}\r\n",
        "GET http://{host}/api/v1/health HTTP/1.1\r\nHost: {host}\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: {host}\r\n",
    ],
)
def test_N05_no_host_two_hosts_forwarded_hosts_and_whole_addresses_are_refused(
    shared: Served, head: str
) -> None:
    assert_refused(shared.send(head.format(host=shared.host).encode() + b"Connection: close\r\n\r\n"), 421)


def test_N05_a_forwarded_host_changes_nothing_for_a_good_one(shared: Served) -> None:
    headers = {"X-Forwarded-Host": "evil.com", "X-Forwarded-For": "192.0.2.1"}
    assert shared.ask("GET", f"{API}/health", headers=headers).status == 200


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS", "DELETE"])
@pytest.mark.parametrize("path", ["/", f"{API}/health", f"{API}/nothing", "/static/x.js"])
def test_N06_a_bad_host_is_told_nothing_of_what_is_there(shared: Served, method: str, path: str) -> None:
    bad = shared.ask(method, path, host="evil.com")
    assert_refused(bad, 421)
    assert bad.body == shared.ask("GET", "/elsewhere", host="evil.com").body


def test_N07_only_the_loopback_address_listens(shared: Served) -> None:
    inodes = {
        match.group(1)
        for link in Path(f"/proc/{shared.process.pid}/fd").iterdir()
        if (match := re.fullmatch(r"socket:\[(\d+)\]", str(link.readlink())))
    }
    rows = [
        line.split()
        for name in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]
    ]
    listening = [row[1] for row in rows if row[3] == "0A" and row[9] in inodes]
    assert listening == [f"0100007F:{shared.port:04X}"]


WEB_ORIGINS = [
    "https://www.linkedin.com",
    "https://evil.com",
    "http://127.0.0.1",
    "http://localhost:{port}",
    "http://127.0.0.1:{port}",
    "http://192.0.2.1",
    "null",
    "file://",
    "",
    "chrome-extension://",
    "*",
]
NEARLY = [
    EXTENSION + ".evil.com",
    EXTENSION + "x",
    EXTENSION[:-1],
    EXTENSION.replace("abcdef", "ponmlk"),
    EXTENSION.replace("chrome", "moz"),
    EXTENSION + "/",
    EXTENSION.upper(),
    EXTENSION + "\x85https://evil.com",
    f"{EXTENSION}, https://evil.com",
]


@pytest.mark.parametrize("origin", WEB_ORIGINS)
def test_N08_N09_a_page_is_refused_though_the_signature_is_right(
    shared: Served, paired: Key, origin: str
) -> None:
    headers = signed(shared, paired) | {"Origin": origin.format(port=shared.port)}
    assert_refused(shared.ask("POST", VERDICTS, INTENT, headers=headers), 403)


@pytest.mark.parametrize("origin", NEARLY)
def test_N10_an_origin_that_is_only_nearly_the_paired_one_is_refused(
    shared: Served, paired: Key, origin: str
) -> None:
    headers = signed(shared, paired) | {"Origin": origin}
    assert_refused(shared.ask("POST", VERDICTS, INTENT, headers=headers), 403)


def test_N11_another_firefox_extension_is_refused(shared: Served) -> None:
    key = shared.pair(FIREFOX)
    other = FIREFOX.replace("0b0e", "1b0e")
    assert_refused(shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, key) | {"Origin": other}), 403)
    good = shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, key) | {"Origin": FIREFOX})
    assert good.status == 200


def test_N12_without_an_origin_the_signature_alone_speaks(shared: Served, paired: Key) -> None:
    assert shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, paired)).status == 200
    assert_refused(shared.ask("POST", VERDICTS, INTENT, headers={"Content-Type": JSON}), 401)


def test_N12_a_key_works_with_no_other_paired_origin(shared: Served, paired: Key) -> None:
    firefox = shared.pair(FIREFOX)
    for key, origin in ((paired, FIREFOX), (firefox, EXTENSION), (shared.key, EXTENSION)):
        headers = signed(shared, key) | {"Origin": origin}
        assert_refused(shared.ask("POST", VERDICTS, INTENT, headers=headers), 401)


@pytest.mark.parametrize("site", ["none", "same-origin", "cross-site", "same-site"])
@pytest.mark.usefixtures("paired")
def test_N15_a_navigation_is_refused(shared: Served, site: str) -> None:
    fetch = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Site": site}
    assert_refused(shared.ask("GET", f"{API}/health", headers=fetch), 403)
    assert_refused(shared.ask("GET", f"{API}/health", headers=fetch | {"Origin": EXTENSION}), 403)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("mode", ["no-cors", "cors", "websocket"])
def test_N16_a_page_cannot_tell_what_is_there(shared: Served, paired: Key, site: str, mode: str) -> None:
    fetch = {"Sec-Fetch-Mode": mode, "Sec-Fetch-Site": site}
    bodies = {
        shared.ask("GET", f"{API}{path}", headers=fetch).body for path in ("/health", "/snapshot", "/no")
    }
    assert len(bodies) == 1
    assert_refused(shared.ask("GET", f"{API}/health", headers=fetch), 403)
    with_origin = signed(shared, paired) | fetch | {"Origin": EXTENSION}
    assert shared.ask("POST", VERDICTS, INTENT, headers=with_origin).status == 200


@pytest.mark.parametrize("site", ["none", "same-origin"])
def test_N16_an_extensions_own_fetch_passes(shared: Served, paired: Key, site: str) -> None:
    fetch = {"Sec-Fetch-Mode": "cors", "Sec-Fetch-Site": site}
    assert shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, paired) | fetch).status == 200


@pytest.mark.usefixtures("paired")
def test_N16_a_form_of_a_page_changes_nothing(shared: Served) -> None:
    before = shared.call("GET", "/applications").json
    form = {"Content-Type": "text/plain", "Origin": "null", "Sec-Fetch-Mode": "navigate"}
    assert_refused(shared.ask("POST", f"{API}/applications", b"{}", headers=form), 403)
    assert shared.call("GET", "/applications").json == before


PREFLIGHT = {
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "content-type,content-digest,signature,signature-input,x-evil",
    "Sec-Fetch-Mode": "cors",
    "Sec-Fetch-Site": "cross-site",
}


@pytest.mark.usefixtures("paired")
def test_N19_the_preflight_of_a_paired_origin_is_answered(shared: Served) -> None:
    got = shared.ask("OPTIONS", VERDICTS, headers=PREFLIGHT | {"Origin": EXTENSION})
    assert (got.status, got.body) == (204, b"")
    assert got.headers["access-control-allow-origin"] == EXTENSION
    assert got.headers["access-control-allow-methods"] == "DELETE, GET, PATCH, POST, PUT"
    allowed = got.headers["access-control-allow-headers"].split(", ")
    assert allowed == ["content-digest", "content-type", "signature", "signature-input"]
    assert got.headers["vary"] == "Origin"
    assert int(got.headers["access-control-max-age"]) <= 600
    assert "signature" not in got.headers


def test_N19_the_answer_itself_can_be_read_by_the_paired_origin_alone(shared: Served, paired: Key) -> None:
    got = shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, paired) | {"Origin": EXTENSION})
    assert got.headers["access-control-allow-origin"] == EXTENSION
    bare = shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, paired))
    assert not [name for name in bare.headers if name.startswith("access-control-")]


def test_N19_a_refusal_has_no_cors_header_even_for_the_paired_origin(shared: Served, paired: Key) -> None:
    for headers, status in (
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": JSON}, 401),
        (signed(shared, paired, body=b"{"), 400),
        (signed(shared, paired, body=b"{}"), 422),
    ):
        body = {400: b"{", 422: b"{}"}.get(status, INTENT)
        got = shared.ask("POST", VERDICTS, body, headers=headers | {"Origin": EXTENSION})
        assert got.status == status
        assert not [name for name in got.headers if name.startswith("access-control-")]


@pytest.mark.parametrize("origin", [*WEB_ORIGINS, FIREFOX.replace("0b0e", "2b0e"), None])
@pytest.mark.usefixtures("paired")
def test_N20_any_other_preflight_gets_no_permission(shared: Served, origin: str | None) -> None:
    own = {} if origin is None else {"Origin": origin.format(port=shared.port)}
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Private-Network": "true"}
    assert_refused(shared.ask("OPTIONS", VERDICTS, headers=asked | own), 401 if origin is None else 403)


@pytest.mark.usefixtures("paired")
def test_N20_a_private_network_is_never_allowed(shared: Served) -> None:
    asked = PREFLIGHT | {"Origin": EXTENSION, "Access-Control-Request-Private-Network": "true"}
    got = shared.ask("OPTIONS", VERDICTS, headers=asked)
    assert got.headers.get("access-control-allow-private-network", "false") == "false"


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
