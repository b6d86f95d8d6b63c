"""From the command to the first answer, and the memory that it takes: the service, and what is typed often."""

import http.client
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.commands import bare_command, ran
from bench.floor import bare_service
from bench.measure import Figure, median
from bench.processes import resident
from poise.files import secure_folder
from tests.server.facts import intent
from tests.server.wire import POISE, serve

STARTS = 5
SCENARIO = """{"now": "2026-03-05T10:00:00+01:00", "intent": {"action": "connect", "site": "linkedin"},
    "application": {"company": "Acme"}, "interviewer": {"name": "Jane Doe"}}"""


def figures(quick: bool) -> Iterator[Figure]:
    turns = range(1 if quick else STARTS)
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        secure_folder(data)
        serve(data).stop()
        bare = [_bare() for _ in turns]
        own = [_served(data) for _ in turns]
        yield from _of_the_service([median(all_of) for all_of in zip(*own, strict=True)],
                                   [median(all_of) for all_of in zip(*bare, strict=True)])  # fmt: skip
        floor = bare_command(len(turns))
        for words, fed in ((["judge", "-"], SCENARIO), (["next", "--data-dir", data], "")):
            took = median([ran([POISE, *words], fed) for _ in turns])
            yield Figure(f"poise {words[0]}: all of it", took, "s", floor)


def _of_the_service(own: list[float], bare: list[float]) -> Iterator[Figure]:
    ready, verdict, resting, working = own
    bare_ready, bare_resident = bare
    yield Figure("service: start to the first answer", ready, "s", bare_ready, "at most 2.5 times")
    yield Figure("service: start to the first signed verdict", verdict, "s", bare_ready)
    yield Figure("service: memory at rest", resting, "MB", bare_resident, "under 70 MB")
    yield Figure("service: memory once it gave a verdict", working, "MB", bare_resident)


def _bare() -> tuple[float, float]:
    """Seconds to the first answer, and megabytes then."""
    begun = time.perf_counter()
    with bare_service() as (port, _, pid):
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request("POST", "/bare", b"{}", {"Content-Type": "application/json"})
        assert connection.getresponse().status == 200
        ready = time.perf_counter() - begun
        connection.close()
        return ready, resident(pid)


def _served(data: Path) -> tuple[float, float, float, float]:
    """Seconds to the first answer and to the first verdict, and the megabytes after each."""
    begun = time.perf_counter()
    served = serve(data)
    try:
        assert served.ask("GET", "/api/v1/health").status == 200
        ready, resting = time.perf_counter() - begun, resident(served.process.pid)
        assert served.call("POST", "/verdicts", intent()).status == 200
        return ready, time.perf_counter() - begun, resting, resident(served.process.pid)
    finally:
        served.stop()
