"""How a start that is refused ends."""

import hashlib
import subprocess
from pathlib import Path

from tests.server.wire import poise


def start(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """A start that is expected to fail."""
    return poise(folder, "serve", "--port", "0", *words)


def assert_ends(got: "subprocess.CompletedProcess[str]", code: int, *words: str) -> None:
    """One sentence on standard error, with these words in it, and nothing else."""
    assert got.returncode == code, got.stderr
    assert got.stdout == ""
    assert got.stderr.startswith("poise: ")
    assert got.stderr.count("\n") == 1
    for word in words:
        assert word in got.stderr


def digest(folder: Path) -> str:
    return hashlib.sha256((folder / "poise.sqlite").read_bytes()).hexdigest()
