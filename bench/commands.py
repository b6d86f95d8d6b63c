"""Commands as they are typed, and the floor of them all: one that has read click, and does nothing."""

import subprocess
import sys
import time
from pathlib import Path

from bench.measure import median


def ran(command: list[str | Path], fed: str = "") -> float:
    """Seconds of all of it."""
    begun = time.perf_counter()
    subprocess.run(command, input=fed, text=True, check=True, capture_output=True)
    return time.perf_counter() - begun


def bare_command(turns: int) -> float:
    """Seconds, in the middle of so many."""
    return median([ran([sys.executable, "-c", "import click"]) for _ in range(turns)])
