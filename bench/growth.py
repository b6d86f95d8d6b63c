"""What is asked of the service all day, and what it keeps, with few, many and very many people tracked."""

import time
from collections.abc import Iterator

from bench.measure import Figure, median
from bench.people import PEOPLE, serving
from tests.server.wire import Served

CALLS = {
    "a page of the list": "/interviewers?limit=50",
    "somebody found": "/search?q=person%207",
    "the number on the badge": "/badge",
    "what is due next": "/agenda",
}
ROUNDS = 20


def figures(quick: bool) -> Iterator[Figure]:
    rounds = ROUNDS // 5 if quick else ROUNDS
    for people in PEOPLE[: 2 if quick else None]:
        with serving(people) as served:
            yield Figure("snapshot made", _snapshot(served), "s", people=people)
            for name, path in CALLS.items():
                yield Figure(name, _asked(served, path, rounds), "ms", people=people)
            size = (served.folder / "poise.sqlite").stat().st_size
            yield Figure("the data on disk", size / 1_000_000, "MB", people=people)


def _snapshot(served: Served) -> float:
    """From asking for it to having all of it, by a service that has not read anybody yet."""
    assert served.call("GET", "/settings").status == 200  # its data are open
    return _took(served, "/snapshot")


def _asked(served: Served, path: str, rounds: int) -> float:
    """Milliseconds until the whole answer is there, in the middle of so many calls."""
    return median([_took(served, path) * 1000 for _ in range(rounds)])


def _took(served: Served, path: str) -> float:
    begun = time.perf_counter()
    answer = served.call("GET", path)
    took = time.perf_counter() - begun
    assert answer.status == 200, answer.status
    return took
