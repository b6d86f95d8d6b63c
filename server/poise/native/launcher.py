"""The small script that a browser starts: it runs this very environment's Python on the data folder."""

import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

from poise.config import Folder
from poise.files import write_private
from poise.native.machine import Machine

SHELL = """#!/bin/sh
# Made by `poise install`, and taken away by `poise uninstall`.
exec {words} "$@"
"""
BATCH = "@echo off\r\nrem Made by `poise install`, and taken away by `poise uninstall`.\r\n{words} %*\r\n"


@dataclass(frozen=True, slots=True)
class Launch:
    """What a launcher starts: which Python, on which data folder, at which port (0: a free one)."""

    python: Path
    folder: Path
    port: int


def launch_of(folder: Folder, port: int) -> Launch:
    """What a launcher made now starts."""
    return Launch(Path(sys.executable), folder.path.absolute(), port)


def launcher_in(place: Path, machine: Machine) -> Path:
    return place / ("poise-host.bat" if machine.platform == "win32" else "poise-host")


def write(launcher: Path, launch: Launch, machine: Machine) -> None:
    """Write a launcher whole, for its owner alone."""
    said = ["--data-dir", str(launch.folder), "--port", str(launch.port)]
    words = [str(launch.python), "-P", "-m", "poise.native", *said]
    if machine.platform == "win32":
        text = BATCH.format(words=batch_words(words))
    else:
        text = SHELL.format(words=shlex.join(words))
    write_private(launcher, text.encode())
    launcher.chmod(0o700)


def batch_words(words: list[str]) -> str:
    """Words as a batch file of Windows has them."""
    return " ".join(f'"{word}"'.replace("%", "%%") for word in words)


def read(launcher: Path) -> Launch | None:
    """What a launcher starts; None where it is gone, or not one of ours."""
    try:
        words = _words(launcher.read_text())
        start = words.index("-P")
        return Launch(Path(words[start - 1]), Path(words[start + 4]), int(words[start + 6]))
    except (OSError, ValueError, IndexError):
        return None


def _words(text: str) -> list[str]:
    if text.startswith("@echo"):
        return [word.strip('"').replace("%%", "%") for word in shlex.split(text, posix=False)]
    return shlex.split(text, comments=True)
