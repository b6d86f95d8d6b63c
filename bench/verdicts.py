"""A signed `POST /verdicts` beside a bare Flask answer, with few, many and very many people tracked."""

import http.client
import json
import time
from collections.abc import Callable, Iterator

from bench.floor import bare_service
from bench.measure import Figure, median, percentile
from bench.people import PEOPLE, serving
from poise.signing import new_nonce
from tests.server.wire import Served, signature_of

CALLS = 1000
PATH = "/api/v1/verdicts"
INTENT = {
    "action": "connect", "site": "linkedin", "page_url": "https://www.linkedin.com/in/person-7/",
    "target": {"url": "https://www.linkedin.com/in/person-7/"},
}  # fmt: skip
JSON = {"Content-Type": "application/json"}
BODY = json.dumps(INTENT).encode()


def figures(quick: bool) -> Iterator[Figure]:
    calls = CALLS // 10 if quick else CALLS
    for people in PEOPLE[: 2 if quick else None]:
        with serving(people) as served, bare_service() as (port, _, _pid):
            bare = _timed(port, "/bare", calls, lambda: JSON)
            own = _timed(served.port, PATH, calls, lambda: JSON | signature(served))
        yield Figure("signed verdict, median", median(own), "ms", median(bare), people=people)
        aim = "at most 3 times" if people < PEOPLE[-1] else "must not break"
        yield Figure("signed verdict, p99", percentile(own, 99), "ms", percentile(bare, 99), aim, people)


def signature(served: Served) -> dict[str, str]:
    return signature_of("POST", f"http://{served.host}{PATH}", BODY, served.key, new_nonce())


def _timed(port: int, path: str, calls: int, headers: Callable[[], dict[str, str]]) -> list[float]:
    """Milliseconds from sending to the whole answer, on one connection; signing is not counted."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    samples = []
    for number in range(calls + calls // 10):
        ready = headers()
        begun = time.perf_counter()
        connection.request("POST", path, BODY, ready)
        answer = connection.getresponse()
        answer.read()
        took = (time.perf_counter() - begun) * 1000
        assert answer.status == 200, answer.status
        if number >= calls // 10:  # the first tenth warms up
            samples.append(took)
    connection.close()
    return samples
