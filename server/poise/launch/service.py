"""The service of a data folder: the one that runs already, or one that ends with us."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from poise.config import Folder, serving
from poise.launch.process import end
from poise.locks import locked


@dataclass(frozen=True, slots=True)
class Service:
    """A service that runs. `process`: ours to end, or None where somebody else started it."""

    port: int
    process: subprocess.Popen[bytes] | None

    def wait(self) -> None:
        """Until it ends, if it is ours."""
        if self.process is not None:
            self.process.wait()

    def died(self) -> bool:
        """Whether it is ours, and has ended before its time."""
        return self.process is not None and self.process.poll() is not None


@contextmanager
def service(folder: Folder, port: int) -> Iterator[Service]:
    """The service of the folder, until the block ends. SystemExit, with its exit code, if it cannot start."""
    there = folder.alive()
    if there is not None:
        yield Service(there.port, None)
        return
    reading, writing = os.pipe()
    command = serving(folder, port)
    process = subprocess.Popen(command, stdout=writing, start_new_session=True)  # nosec B603 # ourselves
    os.close(writing)
    try:
        with locked(folder.starting, wait=True), os.fdopen(reading) as said:
            ready = said.readline()
        if not ready:
            raise SystemExit(process.wait())
        yield Service(json.loads(ready)["port"], process)
    finally:
        end(process)
