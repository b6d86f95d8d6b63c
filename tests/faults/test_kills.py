"""The service is killed again and again under load: what it acknowledged is there, once, and everything is whole."""

import json
import random
import shutil
import signal
import sqlite3
import threading
from contextlib import closing, suppress
from http.client import HTTPException
from pathlib import Path
from typing import Any

import pytest

from tests.server.facts import application, interaction, interviewer
from tests.server.wire import Served, serve

WRITERS = 4


class Writer(threading.Thread):
    """Writes one interaction after another, and remembers which of them the service said it had."""

    def __init__(self, served: Served, person: str, acknowledged: list[str]) -> None:
        super().__init__(daemon=True)
        self._served = served
        self._person = person
        self._acknowledged = acknowledged

    def run(self) -> None:
        with suppress(OSError, HTTPException, json.JSONDecodeError):
            while True:
                one = interaction(self._person)
                got = self._served.call("POST", "/interactions", one)
                if got.status == 201:
                    self._acknowledged.append(one["id"])


def killed_under_load(folder: Path, person: str, acknowledged: list[str], more: int) -> None:
    """Killed as soon as it has acknowledged so many more, with the next ones under way."""
    enough = len(acknowledged) + more
    served = serve(folder)
    writers = [Writer(served, person, acknowledged) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    while len(acknowledged) < enough and any(writer.is_alive() for writer in writers):
        writers[0].join(0.001)
    served.process.send_signal(signal.SIGKILL)
    served.process.wait()
    for writer in writers:
        writer.join()
    assert served.process.stdout
    served.process.stdout.close()


def kept(folder: Path) -> tuple[list[str], dict[str, Any]]:
    """The ids of all interactions, and what SQLite says of the file."""
    with closing(sqlite3.connect(folder / "poise.sqlite")) as data:
        ids = [row[0] for row in data.execute("select id from interactions")]
        whole = {
            "integrity_check": data.execute("pragma integrity_check").fetchall(),
            "foreign_key_check": data.execute("pragma foreign_key_check").fetchall(),
        }
    return ids, whole


@pytest.fixture
def person(tmp_path: Path, first_start: Path) -> tuple[Path, str]:
    """A data folder with somebody in it to write to."""
    folder = shutil.copytree(first_start, tmp_path / "data")
    served = serve(folder)
    made = application()
    served.call("POST", "/applications", made)
    who = interviewer(made["id"])
    served.call("POST", "/interviewers", who)
    served.stop()
    return folder, who["id"]


@pytest.mark.entry("R01")
@pytest.mark.parametrize("kills", [2, pytest.param(200, marks=pytest.mark.long)])
def test_what_was_acknowledged_is_there_once_however_often_it_is_killed(
    person: tuple[Path, str], kills: int
) -> None:
    folder, who = person
    acknowledged: list[str] = []
    dice = random.Random(kills)
    for _ in range(kills):
        killed_under_load(folder, who, acknowledged, more=dice.randint(1, 40))
    ids, whole = kept(folder)
    spelt = {one.replace("-", "").lower() for one in map(text, ids)}
    assert len(acknowledged) >= kills
    assert whole == {"integrity_check": [("ok",)], "foreign_key_check": []}
    assert len(spelt) == len(ids)
    assert {one.replace("-", "") for one in acknowledged} <= spelt
    assert len(ids) - len(acknowledged) <= kills * WRITERS, "at most what was under way when it was killed"


def text(one: object) -> str:
    return one.hex() if isinstance(one, bytes) else str(one)
