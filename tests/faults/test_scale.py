"""Ten thousand people and two hundred thousand things that passed: what the service still does at once."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from bench.people import fill
from poise.config import Folder, Settings
from poise.store.models import Interaction, Interviewer
from poise.store.naming import new_id
from poise.store.opening import open_database
from tests.server.facts import intent
from tests.server.wire import Served, serve

PEOPLE, EACH, CALLS = 10_000, 20, 300
MOST_AT_START, MOST_FOR_A_VERDICT = 1, 0.02  # seconds of processor time
MOST_BYTES_EACH = 2_000  # of the snapshot


def add_events(folder: Path) -> None:
    """So many things passed with each of them, long ago: a message a week."""
    with closing(open_database(Settings(Folder(folder)))) as database, database.writing() as session:
        usual = {"owner": database.owner, "version": 1, "kind": "message", "channel": "linkedin"}
        then = datetime.now(UTC) - timedelta(weeks=EACH + 10)
        for person in session.scalars(select(Interviewer.id)).all():
            listed = [
                {**usual, "id": new_id(), "interviewer_id": person, "at": then + timedelta(weeks=week)}
                for week in range(EACH)
            ]
            session.execute(insert(Interaction), listed)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("crowded") / "data"
    fill(folder, PEOPLE)
    add_events(folder)
    served = serve(folder)
    yield served
    assert served.stop() == 0


def worked(served: Served) -> float:
    """Seconds of processor time that the service took so far: what else the machine does is not in them."""
    threads = Path(f"/proc/{served.process.pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


@pytest.mark.long
@pytest.mark.entry("R21")
def test_ten_thousand_people_slow_neither_the_start_nor_an_answer(crowded: Served) -> None:
    assert worked(crowded) < MOST_AT_START
    whole = crowded.call("GET", "/snapshot")
    assert len(whole.json["guarded"]) == PEOPLE
    assert len(whole.body) < MOST_BYTES_EACH * PEOPLE
    took = sorted(seconds_for(crowded, number * 31 % PEOPLE) for number in range(CALLS))
    assert took[CALLS * 99 // 100] < MOST_FOR_A_VERDICT


def seconds_for(served: Served, number: int) -> float:
    """Of processor time, for a verdict on this one of them."""
    page = f"https://www.linkedin.com/in/person-{number}/"
    before = worked(served)
    got = served.call("POST", "/verdicts", intent(page_url=page, target={"url": page}))
    assert (got.status, got.json["verdict"]) == (200, "hold")
    return worked(served) - before
