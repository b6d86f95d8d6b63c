"""A signed `POST /verdicts` beside a bare Flask answer, with few and with very many people tracked."""

import http.client
import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.floor import bare_service
from bench.measure import Figure, median, percentile
from poise.config import Folder, Settings
from poise.etiquette.facts import Role
from poise.files import secure_folder
from poise.signing import new_nonce
from poise.store.applications import NewApplication
from poise.store.interviewers import NewInterviewer
from poise.store.interviews import Booking
from poise.store.opening import open_database
from poise.store.tracking import track
from tests.server.wire import Served, serve, signature_of

PEOPLE = (300, 10_000)
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
    for people in PEOPLE[: 1 if quick else None]:
        with TemporaryDirectory() as folder, bare_service() as (port, _, _pid):
            served = _with_people(Path(folder) / "data", people)
            try:
                snapshot = _snapshot(served)
                bare = _timed(port, "/bare", calls, lambda: JSON)
                own = _timed(served.port, PATH, calls, lambda: JSON | _signature(served))  # noqa: B023 - used at once
            finally:
                served.stop()
        yield Figure(f"snapshot made, {people:,} people", snapshot, "s")
        aim = "at most 3 times" if people == PEOPLE[0] else "must not break"
        yield Figure(f"signed verdict, {people:,} people, median", median(own), "ms", median(bare))
        yield Figure(
            f"signed verdict, {people:,} people, p99", percentile(own, 99), "ms", percentile(bare, 99), aim
        )


def _snapshot(served: Served) -> float:
    """From asking for it to having all of it, by a service that has not read anybody yet."""
    assert served.call("GET", "/settings").status == 200  # its data are open
    begun = time.perf_counter()
    assert served.call("GET", "/snapshot").status == 200
    return time.perf_counter() - begun


def _with_people(data: Path, people: int) -> Served:
    """The rows are put in by the store itself: the door is not what is measured here."""
    secure_folder(data)
    database = open_database(Settings(Folder(data)))
    starts = datetime.now(UTC) - timedelta(days=1)
    interview = Booking(starts, starts + timedelta(hours=1), "Europe/Berlin")
    with database.writing() as session:
        for number in range(people):
            application = NewApplication(company=f"Company {number}", interviews=[interview])
            profile = f"https://www.linkedin.com/in/person-{number}/"
            track(
                session,
                application,
                NewInterviewer(f"Person {number}", identities=[profile]),
                Role.INTERVIEWER,
            )
    database.close()
    return serve(data)


def _signature(served: Served) -> dict[str, str]:
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
