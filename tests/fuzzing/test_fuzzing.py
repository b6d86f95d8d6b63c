"""Whatever bytes come as a page, a calendar or a table: they are read, or refused in a sentence."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzzing.targets import NAMES, begun_with, target_of

ROOT = Path(__file__).parents[2]
SECONDS = "60"


@pytest.mark.parametrize("name", NAMES)
def test_what_once_reached_further_is_read_or_refused(name: str, tmp_path: Path) -> None:
    target = target_of(name, tmp_path / "data")
    for data in begun_with(name):
        target(data)


@pytest.mark.long
@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is for Linux on x86-64")
@pytest.mark.parametrize("name", NAMES)
def test_a_minute_of_ever_other_bytes_finds_no_fault(name: str, tmp_path: Path) -> None:
    words = [sys.executable, "-W", "error", "-m", "tests.fuzzing", name, SECONDS, str(tmp_path)]
    ran = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=False)
    faults = [fault.read_bytes() for fault in (tmp_path / "faults").iterdir()]
    assert (ran.returncode, faults) == (0, []), ran.stderr[-3000:]
