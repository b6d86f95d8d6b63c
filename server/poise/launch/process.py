"""Programs that we start and that end with us."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

TO_END = 10  # seconds that a program has for ending by itself
POLL = 0.05


Page = Callable[[str], object]  # what an expression comes to in the page


class Ended(Exception):  # noqa: N818 - what happened, not what is wrong
    """The browser ended, or no longer answers."""


@dataclass(frozen=True, slots=True)
class Window:
    """A browser that is open with the extension in it.

    `pages`: the address of the extension's pages; `show`: opens an address.
    """

    process: subprocess.Popen[bytes]
    pages: str
    show: Callable[[str], Page]


@contextmanager
def running(
    command: Sequence[str | Path], log: Path, prepare: Callable[[], None] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program until the block ends; `log` takes what it says, `prepare` runs in it before it starts.

    It gets a session of its own, so that Ctrl-C reaches us alone.
    """
    with log.open("wb") as said:
        process = subprocess.Popen(  # nosec B603 # a browser found on the PATH
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
            close_fds=prepare is None,
            preexec_fn=prepare,
        )
    try:
        yield process
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Let it end, and see to it that nothing it started is left."""
    if process.poll() is None:
        process.terminate()
    given_time(process)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def given_time(process: subprocess.Popen[bytes]) -> None:
    """Wait while it ends by itself, but not for ever."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(TO_END)


def until(ready: Callable[[], T | None], process: subprocess.Popen[bytes], seconds: float) -> T | None:
    """The first true answer of `ready`; None if the process ends before, or the time is over."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        if found := ready():
            return found
        time.sleep(POLL)
    return None
