"""Many at once: 64 callers for a minute beside a bare Flask, 200 slow connections, memory over very many calls."""

import http.client
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

from bench.floor import bare_service
from bench.measure import Figure, percentile
from bench.people import serving
from bench.processes import resident
from bench.verdicts import BODY, JSON, PATH, signature
from tests.server.wire import Served, receive

CALLERS = 64
SECONDS = 60
SLOW = 200
CALLS = 100_000

Headers = Callable[[], dict[str, str]]


def figures(quick: bool) -> Iterator[Figure]:
    with serving(300) as served, bare_service() as (port, _, _pid):
        yield from _crowded(served, port, 3 if quick else SECONDS)
        yield Figure(
            f"a call among {SLOW} slow connections", _among_slow(served), "ms", aim="at most 1,000 ms"
        )
        calls = CALLS // 100 if quick else CALLS
        yield Figure(f"memory grown over {calls:,} calls", _grown(served, calls), "MB", aim="at most 5 MB")


def _crowded(served: Served, bare: int, seconds: float) -> Iterator[Figure]:
    theirs, _ = _crowd(bare, "/bare", seconds, lambda: JSON)
    ours, wrong = _crowd(served.port, PATH, seconds, lambda: JSON | signature(served))
    p99 = percentile(ours, 99), percentile(theirs, 99)
    yield Figure(f"signed verdict, {CALLERS} callers, p99", p99[0], "ms", p99[1], "at most 3 times")
    yield Figure(f"{CALLERS} callers, answers that were none", wrong, "", aim="0")


def _crowd(port: int, path: str, seconds: float, headers: Headers) -> tuple[list[float], int]:
    """Milliseconds of every call, and how many went wrong; one call before them warms up."""
    with closing(http.client.HTTPConnection("127.0.0.1", port)) as first:
        _call(first, path, headers())
    until = time.monotonic() + seconds

    def caller(_: int) -> tuple[list[float], int]:
        samples, wrong = [], 0
        with closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
            while time.monotonic() < until:
                took, status = _call(connection, path, headers())
                samples.append(took)
                wrong += status != 200
        return samples, wrong

    with ThreadPoolExecutor(CALLERS) as crowd:
        found = list(crowd.map(caller, range(CALLERS)))
    return [one for samples, _ in found for one in samples], sum(wrong for _, wrong in found)


def _call(connection: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> tuple[float, int]:
    begun = time.perf_counter()
    connection.request("POST", path, BODY, headers)
    answer = connection.getresponse()
    answer.read()
    return (time.perf_counter() - begun) * 1000, answer.status


def _among_slow(served: Served) -> float:
    """Milliseconds of a whole new connection, while others have sent half of a request and wait."""
    with ExitStack() as held:
        for _ in range(SLOW):
            slow = held.enter_context(socket.create_connection(("127.0.0.1", served.port)))
            slow.sendall(b"POST /api/v1/verdicts HTTP/1.1\r\nContent-Length: 60000\r\n")
        begun = time.perf_counter()
        with socket.create_connection(("127.0.0.1", served.port)) as good:
            good.sendall(f"GET /api/v1/health HTTP/1.0\r\nHost: {served.host}\r\n\r\n".encode())
            assert receive(good).status == 200
        return (time.perf_counter() - begun) * 1000


def _grown(served: Served, calls: int) -> float:
    """MB of resident memory that so many more calls leave behind."""
    with closing(http.client.HTTPConnection("127.0.0.1", served.port)) as connection:
        before = resident(served.process.pid)
        for _ in range(calls):
            _, status = _call(connection, PATH, JSON | signature(served))
            assert status == 200
    return resident(served.process.pid) - before
