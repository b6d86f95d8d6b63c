"""The copies that Poise makes by itself: when, how many stay, and what comes of one that fails."""

import shutil
import stat
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from threading import Event

import pytest

from poise.config import Folder
from poise.store import snapshots
from poise.store.snapshots import keep_daily
from poise.upkeep import kept_up
from tests.server.books import add, names


@pytest.fixture
def folder(tmp_path: Path, first_start: Path) -> Folder:
    return Folder(shutil.copytree(first_start, tmp_path / "data"))


def test_seven_days_and_four_weeks_are_kept() -> None:
    begin = date(2026, 1, 1)
    kept: set[date] = set()
    for day in (begin + timedelta(days=count) for count in range(100)):
        kept = snapshots.to_keep(kept | {day})
    ages = sorted((begin + timedelta(days=99) - day).days for day in kept)
    assert ages[:7] == list(range(7))
    assert len(ages) == 11
    assert all(1 <= later - earlier <= 7 for earlier, later in pairwise(ages))


def test_R18_a_clock_that_jumped_ahead_takes_one_snapshot_away_at_most() -> None:
    days = {date(2026, 1, 1) + timedelta(days=count) for count in range(7)}
    assert len(days - snapshots.to_keep(days | {date(2026, 3, 1)})) == 0


def test_a_day_makes_one_snapshot_and_old_ones_go(folder: Folder) -> None:
    for count in range(60):
        assert snapshots.take_daily(folder, date(2026, 1, 1) + timedelta(days=count)) is not None
        assert snapshots.take_daily(folder, date(2026, 1, 1) + timedelta(days=count)) is None
    assert len(snapshots.newest_first(folder)) == 11
    assert {stat.S_IMODE(path.stat().st_mode) for path in snapshots.newest_first(folder)} == {0o600}
    assert stat.S_IMODE(folder.snapshots.stat().st_mode) == 0o700


def test_a_snapshot_is_made_by_itself_once_there_is_something_to_keep(folder: Folder) -> None:
    today = f"{datetime.now(UTC).date()}.sqlite"
    add(folder, "Jane Doe")
    assert snapshots.newest_first(folder) == []
    names(folder)
    assert [path.name for path in snapshots.newest_first(folder)] == [today]


def test_a_service_that_runs_for_days_makes_them_too(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Event()

    def and_say(kept: Folder) -> None:
        keep_daily(kept)
        made.set()

    monkeypatch.setattr("poise.upkeep.keep_daily", and_say)
    with kept_up(folder, every=0.01):
        assert made.wait(30)
    assert len(snapshots.newest_first(folder)) == 1


def test_a_snapshot_that_fails_stops_nobody_and_is_said(
    folder: Folder, caplog: pytest.LogCaptureFixture
) -> None:
    folder.snapshots.write_text("in the way")
    folder.snapshots.chmod(0o600)
    keep_daily(folder)
    assert "snapshot" in caplog.text
