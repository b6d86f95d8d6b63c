"""Many at once, and the service killed in their midst: what was acknowledged is there, once."""

import json
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from http.client import HTTPException
from pathlib import Path
from threading import Event, Lock, Thread

import pytest

from tests.server.facts import application
from tests.server.wire import Served, log_of, serve

ROOT = Path(__file__).parents[2]
WRITERS = 8


def begin(served: Served, calls: int, number: int) -> "subprocess.Popen[str]":
    """A program of its own that makes so many calls of all kinds."""
    words = [str(served.folder), str(served.port), str(calls), str(number)]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.caller", *words], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )


def together(served: Served, calls: int) -> list[str]:
    """The ids that eight programs at once were told to be written; nobody was refused anything."""
    callers = [begin(served, calls, number) for number in range(WRITERS)]
    told = [json.loads(caller.communicate()[0]) for caller in callers]
    assert [caller.returncode for caller in callers] == [0] * WRITERS
    assert {status for one in told for status in one["statuses"]} <= {200, 201}
    return [written for one in told for written in one["written"]]


def kept(folder: Path) -> list[str]:
    """The ids of all applications, in a database that is whole."""
    with closing(sqlite3.connect(folder / "poise.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return [found for (found,) in connection.execute("SELECT id FROM applications")]


def test_R22_eight_programs_at_once_are_all_served(served: Served) -> None:
    written = together(served, calls=16)
    assert sorted(kept(served.folder)) == sorted(one.replace("-", "") for one in written)
    assert "locked" not in log_of(served)


@pytest.mark.long
def test_R22_a_thousand_calls_of_each(served: Served) -> None:
    written = together(served, calls=1000)
    assert len(set(kept(served.folder))) == len(written)


class Crowd:
    """Four who write without end; `acknowledged`: what they were told is kept."""

    def __init__(self, served: Served) -> None:
        self.acknowledged: list[str] = []
        self.some, self._ended, self._lock = Event(), Event(), Lock()
        self._threads = [Thread(target=self._write, args=(served,)) for _ in range(4)]
        for thread in self._threads:
            thread.start()

    def _write(self, served: Served) -> None:
        while not self._ended.is_set():
            wanted = application()
            try:
                status = served.call("POST", "/applications", wanted).status
            except (OSError, ValueError, HTTPException):  # the service is gone, or its answer was cut off
                return
            assert status == 201
            with self._lock:
                self.acknowledged.append(wanted["id"].replace("-", ""))
            self.some.set()

    def end(self) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()


def killed(folder: Path, wait: float) -> list[str]:
    """What was acknowledged before the service was killed, so many seconds after the first."""
    served = serve(folder)
    crowd = Crowd(served)
    assert crowd.some.wait(30)
    Event().wait(wait)
    served.process.kill()
    served.process.wait()
    assert served.process.stdout
    served.process.stdout.close()
    crowd.end()
    return crowd.acknowledged


def kill_again_and_again(folder: Path, times: int) -> None:
    chance, told = random.Random(5), list[str]()
    for _ in range(times):
        told += killed(folder, chance.uniform(0, 0.3))
        there = kept(folder)
        assert len(set(there)) == len(there)
        assert set(told) <= set(there)


def test_R01_what_was_acknowledged_outlives_a_kill(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path / "data", 2)


@pytest.mark.long
def test_R01_and_two_hundred_kills(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path / "data", 200)
