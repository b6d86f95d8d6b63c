"""Large bodies of many at once: of what is not signed nothing stays in memory, of what says it is only few at a time."""

import select
import socket
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.server.refusing import assert_refused
from tests.server.wire import API, JSON, Served, receive

pytestmark = pytest.mark.entry("I01")
MANY, LENGTH, AT_ONCE = 12, 11_000_000, 4
FORGED = {"Signature": "poise=:AAAA:", "Signature-Input": "poise=()", "Content-Digest": "sha-256=:AAAA:"}
REFUSED: Mapping[str, tuple[int, Mapping[str, str]]] = {
    "another host": (421, {**FORGED, "Host": "evil.com", "Content-Type": JSON}),
    "another type": (415, {**FORGED, "Content-Type": "text/plain"}),
    "packed": (415, {**FORGED, "Content-Type": JSON, "Content-Encoding": "gzip"}),
    "no signature": (401, {"Content-Type": JSON}),
}


@pytest.fixture
def connections(shared: Served) -> Iterator[list[socket.socket]]:
    with ExitStack() as all_of_them:
        yield [
            all_of_them.enter_context(socket.create_connection(("127.0.0.1", shared.port), timeout=10))
            for _ in range(MANY)
        ]


def head(served: Served, headers: Mapping[str, str]) -> bytes:
    lines = {"Host": served.host, **headers, "Content-Length": str(LENGTH)}
    said = [f"POST {API}/imports HTTP/1.1", *(f"{name}: {value}" for name, value in lines.items()), "", ""]
    return "\r\n".join(said).encode()


def memory_of(served: Served) -> int:
    """The most that it ever had resident, in MB."""
    status = Path(f"/proc/{served.process.pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) // 1000


@pytest.mark.parametrize(("status", "headers"), REFUSED.values(), ids=REFUSED)
def test_of_what_the_gate_refuses_by_its_head_no_body_is_kept(
    shared: Served, connections: list[socket.socket], status: int, headers: Mapping[str, str]
) -> None:
    assert shared.call("GET", "/badge").status == 200
    before = memory_of(shared)
    for connection in connections:
        connection.sendall(head(shared, headers))
        connection.sendall(b" " * (LENGTH - 1))
    for connection in connections:
        assert_refused(receive(connection), status)
    assert memory_of(shared) - before < 15


def test_of_what_says_that_it_is_signed_few_are_kept_at_once_and_all_are_answered(
    shared: Served, connections: list[socket.socket]
) -> None:
    assert shared.call("GET", "/badge").status == 200
    before = memory_of(shared)
    left = dict.fromkeys(connections, LENGTH - 1)
    for connection in connections:
        connection.sendall(head(shared, {**FORGED, "Content-Type": JSON}))
        connection.setblocking(False)
    sent_as_far_as_they_are_taken(left)
    assert len(connections) - len(left) == AT_ONCE
    assert memory_of(shared) - before < 2 * AT_ONCE * LENGTH / 1_000_000
    assert shared.call("GET", "/badge").status == 200
    for connection in connections:
        left[connection] = left.get(connection, 0) + 1
    sent_as_far_as_they_are_taken(left)
    assert left == {}
    for connection in connections:
        connection.setblocking(True)
        assert_refused(receive(connection), 401)


def sent_as_far_as_they_are_taken(left: dict[socket.socket, int]) -> None:
    """Send what is left of each body to whoever takes some, until half a second long nobody does."""
    while ready := select.select([], list(left), [], 0.5)[1] if left else []:
        for connection in ready:
            left[connection] -= connection.send(b" " * min(left[connection], 262_144))
            if left[connection] == 0:
                del left[connection]
