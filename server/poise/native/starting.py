"""The service, started so that it outlives whoever asked for it; and stopped again."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

from poise.config import Folder, Running, serving
from poise.errors import Exit, PoiseError
from poise.locks import locked

TO_START = 15  # seconds; a first start on a slow disk makes the tables
TO_END = 10
POLL = 0.02

if sys.platform == "win32":  # where browsers end everything that is in their job
    APART = (
        subprocess.DETACHED_PROCESS
        | subprocess.CREATE_NEW_PROCESS_GROUP
        | subprocess.CREATE_BREAKAWAY_FROM_JOB
    )
else:
    APART = 0


def started(folder: Folder, port: int) -> Running:
    """The service of this folder: the one that runs, or a new one. PoiseError where it does not come up in time."""
    deadline = time.monotonic() + TO_START
    while time.monotonic() < deadline:
        with locked(folder.starting, wait=True):  # else a second one lies in wait for the end of the first
            running = folder.alive() or _new(folder, port, deadline)
        if running:
            return running
    raise PoiseError("The Poise service did not start in time: try `poise serve`, it says why.", Exit.NO)


def _new(folder: Folder, port: int, deadline: float) -> Running | None:
    """Start one, and wait until it says that it is ready; None if somebody else was a moment faster."""
    before = folder.running()  # what one that was killed has left
    process = _detached(folder, port)
    while time.monotonic() < deadline:
        code = process.poll()
        if code == Exit.ALREADY_RUNNING:
            return None
        if code is not None:
            raise PoiseError(_last_words(folder), Exit(code) if code in list(Exit) else Exit.NO)
        said = folder.running()
        if said and said != before:
            return said
        time.sleep(POLL)
    return None


def stop(folder: Folder) -> bool:
    """End the service of this folder; whether there was one. PoiseError if it does not end in time."""
    running = folder.alive()
    if running is None:
        return False
    with suppress(ProcessLookupError):
        os.kill(running.pid, signal.SIGTERM)
    deadline = time.monotonic() + TO_END
    while folder.held():
        if time.monotonic() > deadline:
            raise PoiseError(f"The service does not end: stop process {running.pid}, then try again.")
        time.sleep(POLL)
    return True


def _detached(folder: Folder, port: int) -> subprocess.Popen[bytes]:
    """A process of its own session, that no browser's end takes along; what it says goes into the folder's log."""
    folder.log.unlink(missing_ok=True)
    log = os.open(folder.log, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        return subprocess.Popen(  # nosec B603 # ourselves
            serving(folder, port),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=log,
            cwd=folder.path,
            start_new_session=True,
            creationflags=APART,
        )
    finally:
        os.close(log)


def _last_words(folder: Folder) -> str:
    """Why it ended, as it said itself."""
    with suppress(OSError):
        said = folder.log.read_text().strip().splitlines()
        if said:
            return said[-1].removeprefix("poise: ")
    return "The Poise service ended at once: try `poise serve`, it says why."
