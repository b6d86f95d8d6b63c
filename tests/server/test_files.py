"""How a file of ours is written: beside what is there, and in its place once it is on the disk."""

import os
from pathlib import Path

import pytest

from poise.files import write_private


@pytest.mark.entry("R02")
def test_what_was_there_stays_until_the_new_is_on_the_disk_and_then_its_name_is_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, waited, fsync = tmp_path / "file", [], os.fsync
    write_private(path, b"old")

    def watched(handle: int) -> None:
        waited.append((os.fstat(handle).st_ino, path.read_bytes()))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", watched)
    write_private(path, b"new")
    assert waited == [(path.stat().st_ino, b"old"), (tmp_path.stat().st_ino, b"new")]
    assert list(tmp_path.iterdir()) == [path]
