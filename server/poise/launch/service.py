"""The service of a data folder: the one that runs already, or one that ends with us."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from poise.config import Folder
from poise.errors import Exit, PoiseError
from poise.launch.process import end

POISE = (sys.executable, "-c", "from poise.cli import main; main()")


@dataclass(frozen=True, slots=True)
class Service:
    """A service that runs. `process`: ours to end, or None where somebody else started it."""

    port: int
    process: subprocess.Popen[bytes] | None

    def wait(self) -> None:
        """Until it ends, if it is ours."""
        if self.process is not None:
            self.process.wait()


@contextmanager
def service(folder: Folder, port: int) -> Iterator[Service]:
    """The service of the folder, until the block ends. SystemExit, with its exit code, if it cannot start."""
    there = folder.running() if _in_use(folder) else None
    if there is not None:
        yield Service(there.port, None)
        return
    command = [*POISE, "serve", "--port", str(port), "--data-dir", str(folder.path)]
    reading, writing = os.pipe()
    process = subprocess.Popen(command, stdout=writing, start_new_session=True)  # noqa: S603 - ourselves
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            ready = said.readline()
        if not ready:
            raise SystemExit(process.wait())
        yield Service(json.loads(ready)["port"], process)
    finally:
        end(process)


def _in_use(folder: Folder) -> bool:
    try:
        with folder.locked():
            return False
    except PoiseError as wrong:
        if wrong.exit_code is not Exit.ALREADY_RUNNING:
            raise
        return True
