"""Who asks for another host than this service, or from elsewhere, is turned away and told nothing of what is there."""

import re
from pathlib import Path

import pytest

from tests.server.refusing import INTENT, VERDICTS, assert_refused, signed
from tests.server.wire import API, Served

# `{port}` is the service's own, `{other}` another one.
HOSTS = (
    "evil.com",
    "evil.com:{port}",
    "127.0.0.1.evil.com:{port}",
    "localhost.evil.com:{port}",
    "127.0.0.1@evil.com:{port}",
    "evil.com#127.0.0.1:{port}",
    "127.0.0.1",
    "127.0.0.1:{other}",
    "localhost",
)
ALIASES = (
    "0.0.0.0:{port}",
    "[::]:{port}",
    "[::1]:{port}",
    "127.1:{port}",
    "2130706433:{port}",
    "0x7f000001:{port}",
    "192.0.2.1:{port}",
    "foo.local:{port}",
    "foo.localhost:{port}",
    "LOCALHOST:{port}",
    "localhost.:{port}",
    "",
)


def named(host: str, shared: Served) -> str:
    return host.format(port=shared.port, other=shared.port + 1)


@pytest.mark.parametrize("host", HOSTS)
def test_N01_another_hosts_name_is_refused_even_when_signed(shared: Served, host: str) -> None:
    name = named(host, shared)
    assert_refused(shared.ask("GET", f"{API}/health", host=name), 421)
    assert_refused(shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, shared.key), host=name), 421)


@pytest.mark.parametrize("host", ALIASES)
def test_N02_other_names_of_this_machine_are_refused(shared: Served, host: str) -> None:
    assert_refused(shared.ask("GET", f"{API}/health", host=named(host, shared)), 421)


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
