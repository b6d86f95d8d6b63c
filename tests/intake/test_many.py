"""Ten thousand entries in a few seconds and little memory; killed at any moment, whole or not at all."""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.intake.many import many_contacts, many_events, many_tracked
from tests.server.wire import POISE, clean_environment

MOST_SECONDS, MOST_MEGABYTES = 10, 200
KILLS = 200
TABLES = ("companies", "applications", "interviews", "interviewers", "parts", "calendar_entries")


def begun(folder: Path, file: Path, *words: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [POISE, "import", file, "--yes", "--data-dir", folder, *words],
        stdout=subprocess.PIPE,
        env=clean_environment(),
    )


def measured(folder: Path, file: Path) -> tuple[int, float, float]:
    """What was taken; the seconds of processor time and the megabytes that it took."""
    with begun(folder, file, "--json") as running:
        assert running.stdout
        said = running.stdout.read()
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    assert running.returncode == 0
    return json.loads(said)["taken"], used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


@pytest.mark.long
def test_ten_thousand_events_with_five_hundred_interviews(tmp_path: Path) -> None:
    file = tmp_path / "calendar.ics"
    file.write_bytes(many_events(10_000, 500, datetime.now(UTC) - timedelta(days=60)))
    taken, seconds, megabytes = measured(tmp_path / "data", file)
    assert taken == 500
    assert seconds < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES


@pytest.mark.long
def test_a_tracker_with_ten_thousand_applications(tmp_path: Path) -> None:
    """Each with an interview and a person; and all of it is one change, which can be taken back."""
    file, folder = tmp_path / "tracker.csv", tmp_path / "data"
    file.write_bytes(many_tracked(10_000))
    taken, seconds, megabytes = measured(folder, file)
    assert taken == 10_000
    assert seconds < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES
    undone = [str(POISE), "undo", "--data-dir", str(folder)]
    subprocess.run(undone, check=True, capture_output=True, env=clean_environment())
    assert rows_of(folder / "poise.sqlite") == (0,) * len(TABLES)


@pytest.mark.long
def test_an_archive_with_ten_thousand_entries_in_each_list(tmp_path: Path) -> None:
    people, file = tmp_path / "people.csv", tmp_path / "archive.zip"
    people.write_bytes(many_tracked(300))
    file.write_bytes(many_contacts(10_000, 300))
    measured(tmp_path / "data", people)
    taken, seconds, megabytes = measured(tmp_path / "data", file)
    assert taken > 600
    assert seconds < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES


def rows_of(database: Path) -> tuple[int, ...]:
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return tuple(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in TABLES)  # noqa: S608 - our own


def writing(folder: Path, file: Path, seconds: float | None) -> float:
    """Take the file, killed so many seconds after it began to write; how long it wrote."""
    with begun(folder, file) as running:
        assert running.stdout
        running.stdout.readline()  # the preview is told just before
        since = time.monotonic()
        try:
            running.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            running.kill()
        return time.monotonic() - since


@pytest.mark.long
def test_R01_an_import_that_is_killed_in_the_middle_is_there_whole_or_not_at_all(
    empty: Path, tmp_path: Path
) -> None:
    file = tmp_path / "calendar.ics"
    file.write_bytes(many_events(400, 100, datetime.now(UTC) - timedelta(days=3)))
    length = writing(copied(empty, tmp_path / "whole"), file, None)
    whole = rows_of(tmp_path / "whole" / "poise.sqlite")
    none = (0,) * len(whole)
    chance, seen = random.Random(3), list[tuple[int, ...]]()
    for number in range(KILLS):
        folder = copied(empty, tmp_path / str(number))
        writing(folder, file, chance.uniform(0, 1.2 * length))
        seen.append(rows_of(folder / "poise.sqlite"))
        shutil.rmtree(folder)
    assert set(seen) == {whole, none}
    assert seen.count(none) > KILLS / 4


def copied(empty: Path, folder: Path) -> Path:
    shutil.copytree(empty, folder)
    for path in folder.iterdir():
        path.chmod(0o600)
    return folder
