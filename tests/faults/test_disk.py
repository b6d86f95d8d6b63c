"""A disk that is full, or may not be written to: said in a sentence, nothing lost, and all well again by itself."""

import ctypes
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.server.ending import assert_ends
from tests.server.facts import application
from tests.server.wire import poise, serve

DROP, OVERRIDE = 24, 1  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only root can make a small disk")
    yield disk
    subprocess.run(["umount", disk], check=True)


def fill(file: Path) -> None:
    """Take all the room that is left."""
    with file.open("wb", buffering=0) as filling, suppress(OSError):
        while filling.write(b"\0" * 4096):
            pass


def test_R03_a_disk_that_is_full_is_said_read_on_and_written_to_again(
    small_disk: Path, first_start: Path
) -> None:
    served = serve(shutil.copytree(first_start, small_disk / "data"))
    kept = application()
    assert served.call("POST", "/applications", kept).status == 201
    fill(small_disk / "filling")
    wanted = [application(notes="x" * 5000) for _ in range(20)]
    said = {served.call("POST", "/applications", one).status for one in wanted}
    assert 507 in said
    assert said <= {201, 507}
    assert kept["id"] in [one["id"] for one in served.call("GET", "/applications").json["items"]]
    (small_disk / "filling").unlink()
    assert {served.call("POST", "/applications", one).status for one in wanted} <= {200, 201}
    assert served.stop() == 0
    assert "Traceback" not in (small_disk / "data.log").read_text()
    listed = poise(small_disk / "data", "list", "--json")
    assert (listed.returncode, listed.stderr) == (0, "")


def without_override() -> None:
    """Root may write anywhere; from here on not even root."""
    ctypes.CDLL(None).prctl(DROP, OVERRIDE, 0, 0, 0)


@pytest.mark.parametrize("what", ["folder", "database"])
@pytest.mark.parametrize("words", [["serve", "--port", "0"], ["add", "Jane Doe", "--company", "Acme"]])
def test_R04_what_may_not_be_written_to_is_said_in_a_sentence(
    tmp_path: Path, first_start: Path, what: str, words: list[str]
) -> None:
    folder = shutil.copytree(first_start, tmp_path / "data")
    database = folder / "poise.sqlite"
    before = database.read_bytes()
    place, mode = (folder, 0o500) if what == "folder" else (database, 0o400)
    place.chmod(mode)
    try:
        got = poise(folder, *words, preexec_fn=without_override)
    finally:
        place.chmod(0o700)
    assert_ends(got, 2)
    assert str(folder) in got.stderr
    assert database.read_bytes() == before
