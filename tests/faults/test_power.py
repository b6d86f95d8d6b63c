"""The power goes at any moment: what was acknowledged is there, and the data are whole."""

import os
import random
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from poise.config import Folder, Settings
from poise.errors import PoiseError
from poise.store.opening import open_database
from tests.faults.power import Disk, File
from tests.faults.test_crowd import kept
from tests.faults.tracing import STRACE, played
from tests.server.facts import application
from tests.server.wire import serve

WRITTEN, WRITERS, CUTS = 250, 4, 1500
SHARED = "poise.sqlite-shm"  # memory that SQLite shares between programs: worth nothing after a power cut


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """All that a service did from its first start to its end, while four wrote to it at once; and its folder."""
    if not shutil.which("strace"):
        pytest.skip("strace is needed to see what the service writes")
    folder = tmp_path_factory.mktemp("power") / "data"
    trace = folder.with_name("trace")
    os.mkfifo(trace)  # read to its end it is the whole trace
    with ThreadPoolExecutor(WRITERS + 1) as pool:
        reading = pool.submit(trace.read_text)
        served = serve(folder, under=(*STRACE, "-o", str(trace)))
        told = list(pool.map(lambda one: served.call("POST", "/applications", one).status, wanted()))
        assert told == [201] * WRITTEN
        assert served.stop() == 0
        return folder, reading.result().splitlines()


def wanted() -> Iterator[dict[str, object]]:
    return (application() for _ in range(WRITTEN))


def contents(disk: Disk) -> dict[str, bytes]:
    return {name: file.now() for name, file in disk.files.items() if name != SHARED}


def found(left: Path, chance: random.Random) -> set[str]:
    """The ids that are there after the start that follows, in a database that is whole."""
    if (left / SHARED).exists():
        (left / SHARED).write_bytes(chance.randbytes(32768))
    with closing(open_database(Settings(Folder(left)))):
        pass
    return set(kept(left))


def assert_nothing_lost(life: tuple[Path, list[str]], place: Path) -> None:
    """The power is cut at many moments, and always when something was acknowledged."""
    folder, trace = life
    chance, told = random.Random(7), set[str]()
    disk, share = Disk(), CUTS / len(trace)
    for answer in played(trace, folder, disk):
        told |= {answer.replace("-", "")} if answer else set()
        if answer or chance.random() < share:
            left = place / "left"
            left.mkdir(mode=0o700)
            disk.cut(left, chance)
            assert told <= found(left, chance)
            shutil.rmtree(left)
    assert len(told) == WRITTEN
    written = {str(file.relative_to(folder)): file for file in folder.rglob("*") if file.is_file()}
    assert contents(disk) == {name: file.read_bytes() for name, file in written.items()}, "nothing was missed"


@pytest.mark.long
def test_R02_what_was_acknowledged_outlives_a_power_cut(life: tuple[Path, list[str]], tmp_path: Path) -> None:
    assert_nothing_lost(life, tmp_path)


@pytest.mark.long
def test_R02_it_would_be_lost_if_nobody_waited_for_the_disk(
    life: tuple[Path, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the test above says if nothing is ever told to be kept."""
    monkeypatch.setattr(File, "sync", lambda _: None)
    monkeypatch.setattr(Disk, "sync_names", lambda _: None)
    with pytest.raises((AssertionError, PoiseError)):
        assert_nothing_lost(life, tmp_path)
